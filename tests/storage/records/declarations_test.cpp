// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace mizan::storage {
namespace {

class DeclarationsStore : public StoreTest {
 protected:
  SectionAnswers draft(int revision, const char* area) {
    return {m_world.gilan.declaration, "premises", {{"area", area}}, revision, at(1)};
  }
  SectionAnswers stored() {
    return read([&](Stores& stores) { return stores.declarations().answers(m_world.gilan.declaration, "premises"); });
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(DeclarationsStore);

TEST_P(DeclarationsStore, keep_what_was_written) {
  const auto by_receipt =
      read([](Stores& stores) { return stores.declarations().find_by_receipt("R-11-1", Scope::everything()); });
  ASSERT_TRUE(by_receipt);
  EXPECT_EQ(by_receipt->id, m_world.gilan.declaration);
  EXPECT_EQ(by_receipt->office, m_world.gilan.office);
  EXPECT_EQ(by_receipt->submitted_at, at(10));

  auto changed = *by_receipt;
  changed.status = DeclarationStatus::carried_over;
  changed.receipt_number = "";
  changed.submitted_at.reset();
  write([&](Stores& stores) { return stores.declarations().update(changed); });
  const auto found = read([&](Stores& stores) { return stores.declarations().find(changed.id, Scope::everything()); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->status, DeclarationStatus::carried_over);
  EXPECT_FALSE(found->submitted_at);
  EXPECT_FALSE(read([](Stores& stores) { return stores.declarations().find_by_receipt("", Scope::everything()); }))
      << "no receipt is nobody's receipt";
}

TEST_P(DeclarationsStore, are_one_per_round_and_office) {
  const auto again = m_database->write([&](Stores& stores) {
    return stores.declarations().create({{}, m_world.round, m_world.gilan.office, DeclarationStatus::open, "", {}});
  });
  EXPECT_EQ(code_of(again), "storage.conflict");
}

TEST_P(DeclarationsStore, are_listed_by_their_filter) {
  const auto list = [&](const DeclarationFilter& filter) {
    return read([&](Stores& stores) { return stores.declarations().list(filter, Scope::everything()); }).size();
  };
  EXPECT_EQ(list({}), 2U);
  EXPECT_EQ(list({m_world.round, m_world.zanjan.office, {}}), 1U);
  EXPECT_EQ(list({RoundId{99}, {}, {}}), 0U);
  EXPECT_EQ(list({{}, {}, DeclarationStatus::open}), 0U);
  EXPECT_EQ(list({{}, {}, DeclarationStatus::submitted}), 2U);
}

TEST_P(DeclarationsStore, answers_never_saved_are_empty_at_revision_0) {
  EXPECT_EQ(stored().revision, 0);
  EXPECT_EQ(stored().answers, nlohmann::json::object());
}

TEST_P(DeclarationsStore, answers_are_saved_as_the_next_revision) {
  EXPECT_EQ(write([&](Stores& stores) { return stores.declarations().save_answers(draft(0, "۸۵")); }), 1);
  EXPECT_EQ(write([&](Stores& stores) { return stores.declarations().save_answers(draft(1, "۸۶")); }), 2);
  EXPECT_EQ(stored().revision, 2);
  EXPECT_EQ(stored().answers.at("area"), "۸۶");
  const auto all = read([&](Stores& stores) { return stores.declarations().all_answers(m_world.gilan.declaration); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].revision, 2);
}

TEST_P(DeclarationsStore, stale_answers_are_refused_and_change_nothing) {
  write([&](Stores& stores) { return stores.declarations().save_answers(draft(0, "85")); });
  for (const int revision : {0, 2, -1})
    EXPECT_EQ(code_of(m_database->write(
                  [&](Stores& stores) { return stores.declarations().save_answers(draft(revision, "1")); })),
              "answers.stale");
  EXPECT_EQ(stored().answers.at("area"), "85");
}

TEST_P(DeclarationsStore, of_two_saves_of_one_revision_one_wins) {
  std::atomic<int> saved = 0, stale = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      const auto result =
          m_database->write([&](Stores& stores) { return stores.declarations().save_answers(draft(0, "85")); });
      if (result) ++saved;
      if (code_of(result) == "answers.stale") ++stale;
    });
  threads.clear();
  EXPECT_EQ(saved, 1);
  EXPECT_EQ(stale, 3);
}

}  // namespace
}  // namespace mizan::storage
