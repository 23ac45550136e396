// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace mizan::storage {
namespace {

class DatabaseContract : public StoreTest {
 protected:
  Outcome set(Stores& stores, const char* value) { return stores.settings().set("name", value); }
  std::string value() {
    return read([](Stores& stores) { return stores.settings().find("name"); }).value_or("");
  }
};
MIZAN_ON_BOTH_DATABASES(DatabaseContract);

TEST_P(DatabaseContract, says_its_kind) {
  EXPECT_EQ(m_database->kind(), GetParam() == DatabaseKind::sqlite ? "sqlite" : "postgresql");
}

TEST_P(DatabaseContract, a_value_commits_and_is_there_after_opening_again) {
  write([&](Stores& stores) { return set(stores, "committed"); });
  m_database.reset();
  m_database = open();
  EXPECT_EQ(value(), "committed");
}

TEST_P(DatabaseContract, a_problem_leaves_nothing_behind) {
  const auto result = m_database->write([&](Stores& stores) -> Outcome {
    must(set(stores, "gone"));
    return fail(Problem("round.invalid").with("reason", "none"));
  });
  EXPECT_EQ(code_of(result), "round.invalid");
  EXPECT_EQ(value(), "");
}

TEST_P(DatabaseContract, an_exception_leaves_nothing_behind_and_passes) {
  EXPECT_THROW(static_cast<void>(m_database->write([&](Stores& stores) -> Outcome {
                 must(set(stores, "gone"));
                 throw std::logic_error("a bug");
               })),
               std::logic_error);
  EXPECT_EQ(value(), "");
}

TEST_P(DatabaseContract, what_is_reported_as_committed_is_stored_even_after_a_swallowed_failure) {
  make_world(*m_database);
  const auto result = m_database->write([&](Stores& stores) -> Outcome {
    must(set(stores, "kept"));
    static_cast<void>(stores.accounts().create(an_account("0012345679", Role::cra)));  // fails: the code is taken
    return {};
  });
  EXPECT_EQ(value(), result ? "kept" : "");
}

TEST_P(DatabaseContract, goes_on_after_failed_transactions) {
  make_world(*m_database);
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(code_of(m_database->write(
                  [](Stores& stores) { return stores.accounts().create(an_account("0012345679", Role::cra)); })),
              "account.exists");
  write([&](Stores& stores) { return set(stores, "fine"); });
  EXPECT_EQ(value(), "fine");
}

TEST_P(DatabaseContract, rows_that_refer_to_nothing_are_refused) {
  const auto result = m_database->write(
      [](Stores& stores) { return stores.evidence().create(an_evidence(DeclarationId{99}, "premises")); });
  EXPECT_EQ(code_of(result), "storage.conflict");
}

TEST_P(DatabaseContract, texts_with_nul_are_refused_not_cut) {
  const auto result =
      m_database->write([](Stores& stores) { return stores.settings().set("name", std::string_view("a\0b", 3)); });
  EXPECT_EQ(code_of(result), "request.malformed");
  EXPECT_EQ(value(), "");
}

TEST_P(DatabaseContract, texts_come_back_as_they_went) {
  const char* k_text = "«می‌خواهم» :p1 ::text ? $1 ' \" \\ % {id} -- ;\n\t😀";
  write([&](Stores& stores) { return set(stores, k_text); });
  EXPECT_EQ(value(), k_text);
}

TEST_P(DatabaseContract, problems_quote_no_values) {
  make_world(*m_database);
  auto account = an_account("0012345679", Role::cra);
  account.password_hash = "secret-hash";
  const auto result = m_database->write([&](Stores& stores) { return stores.accounts().create(account); });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().internal.find("secret-hash"), std::string::npos) << result.error().internal;
}

TEST_P(DatabaseContract, a_read_sees_one_state) {
  write([&](Stores& stores) { return set(stores, "before"); });
  read([&](Stores& stores) -> Outcome {
    EXPECT_EQ(must(stores.settings().find("name")), "before");
    write([&](Stores& others) { return set(others, "after"); });
    EXPECT_EQ(must(stores.settings().find("name")), "before");
    return {};
  });
  EXPECT_EQ(value(), "after");
}

TEST_P(DatabaseContract, a_writer_that_waits_too_long_is_told_busy) {
  write([&](Stores& stores) { return set(stores, "first"); });
  const auto impatient = open(100ms);
  write([&](Stores& stores) -> Outcome {
    must(set(stores, "second"));
    const auto other = impatient->write([&](Stores& others) { return set(others, "third"); });
    EXPECT_EQ(code_of(other), "storage.busy");
    return {};
  });
  EXPECT_EQ(value(), "second");
}

TEST_P(DatabaseContract, a_used_up_pool_is_busy) {
  const auto small = must(open_database({.url = m_fresh.url(), .connections = 1, .busy = 50ms}));
  must(small->read([&](Stores&) -> Outcome {
    EXPECT_EQ(code_of(small->read([](Stores&) -> Outcome { return {}; })), "storage.busy");
    return {};
  }));
}

// Two experts decide one finding: the second must see what the first made of it.
TEST_P(DatabaseContract, writers_of_one_declaration_take_turns) {
  const auto world = make_world(*m_database);
  std::atomic<int> decided = 0;
  const auto decide = [&] {
    return m_database->write([&](Stores& stores) -> Outcome {
      auto finding = must(stores.findings().find(world.gilan.finding, Scope::everything()));
      if (finding->state != FindingState::open) return fail("finding.already_decided");
      std::this_thread::sleep_for(20ms);
      finding->state = FindingState::decided;
      must(stores.findings().update(*finding));
      ++decided;
      return {};
    });
  };
  std::vector<std::future<Outcome>> experts;
  for (int i = 0; i < 3; ++i) experts.push_back(std::async(std::launch::async, decide));
  int refused = 0;
  for (auto& expert : experts)
    if (code_of(expert.get()) == "finding.already_decided") ++refused;
  EXPECT_EQ(decided, 1);
  EXPECT_EQ(refused, 2);
}

// A job must not be claimed, and look at old data, while the transaction that enqueued it again is still open.
TEST_P(DatabaseContract, an_enqueue_is_never_lost_to_a_claim_of_its_waiting_twin) {
  write([](Stores& stores) { return stores.jobs().enqueue("judge_section", {{"n", 1}}, at(0), "key"); });
  std::future<std::string> judged;
  write([&](Stores& stores) -> Outcome {
    must(set(stores, "changed"));
    must(stores.jobs().enqueue("judge_section", {{"n", 2}}, at(0), "key"));
    judged = std::async(std::launch::async, [&]() -> std::string {
      for (;;) {
        const auto job = write([](Stores& others) { return others.jobs().claim("worker", at(1), at(30)); });
        if (job) return value();
        std::this_thread::sleep_for(5ms);
      }
    });
    std::this_thread::sleep_for(100ms);
    return {};
  });
  EXPECT_EQ(judged.get(), "changed");
}

TEST_P(DatabaseContract, keeps_every_write_of_many_threads) {
  constexpr int k_threads = 4, k_writes = 15;
  std::vector<std::future<void>> threads;
  for (int thread = 0; thread < k_threads; ++thread)
    threads.push_back(std::async(std::launch::async, [&] {
      for (int i = 0; i < k_writes; ++i)
        write([](Stores& stores) {
          return stores.audit().append({{}, at(1), {}, "operator", "", "tested", "x/1", {}, {}});
        });
    }));
  for (auto& thread : threads) thread.get();
  EXPECT_EQ(read([](Stores& stores) { return stores.audit().list({"", {}, {}, 1000}, Scope::everything()); }).size(),
            static_cast<std::size_t>(k_threads * k_writes));
}

TEST(OpenDatabase, refuses_an_unknown_url) {
  EXPECT_EQ(code_of(open_database({.url = "mysql://localhost/x"})), "configuration.invalid");
}

TEST(OpenDatabase, says_when_nobody_answers) {
  EXPECT_EQ(code_of(open_database({.url = "postgresql:///x?host=/nowhere"})), "storage.unavailable");
  EXPECT_EQ(code_of(open_database({.url = "sqlite:///nowhere/at/all.db"})), "storage.unavailable");
}

}  // namespace
}  // namespace mizan::storage
