// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <algorithm>
#include <future>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace mizan::storage {
namespace {

class JobsStore : public StoreTest {
 protected:
  void enqueue(const char* kind, int due = 0, const char* key = "", const nlohmann::json& payload = {{"evidence", 1}}) {
    write([&](Stores& stores) { return stores.jobs().enqueue(kind, payload, at(due), key); });
  }
  /// With a lease of thirty seconds.
  std::optional<Job> claim(int now = 0) {
    return write([&](Stores& stores) { return stores.jobs().claim("worker", at(now), at(now + 30)); });
  }
  bool finish(const Job& job) {
    return write([&](Stores& stores) { return stores.jobs().finish(job.id, job.token); });
  }
  bool retry(const Job& job, int due) {
    return write([&](Stores& stores) {
      return stores.jobs().retry(job.id, job.token, at(due), Problem("process.timeout", "no answer"));
    });
  }
  bool bury(const Job& job) {
    return write([&](Stores& stores) {
      return stores.jobs().bury(job.id, job.token, Problem("process.crashed", std::string("a\0b", 3)));
    });
  }
  int count(JobState state) {
    return read([&](Stores& stores) { return stores.jobs().count(state); });
  }
};
MIZAN_ON_BOTH_DATABASES(JobsStore);

TEST_P(JobsStore, are_claimed_oldest_first_with_a_lease) {
  enqueue("read_evidence", 5, "", {{"evidence", 17}});
  enqueue("judge_section", 0);
  const auto job = claim(10);
  ASSERT_TRUE(job);
  EXPECT_EQ(job->kind, "read_evidence");
  EXPECT_EQ(job->payload.at("evidence"), 17);
  EXPECT_EQ(job->state, JobState::running);
  EXPECT_EQ(job->attempts, 1);
  EXPECT_EQ(job->worker, "worker");
  EXPECT_EQ(job->leased_until, at(40));
  EXPECT_EQ(job->created_at, at(5));
  EXPECT_GE(job->token.size(), 32U);
  EXPECT_EQ(claim(10)->kind, "judge_section");
  EXPECT_FALSE(claim(10));
}

TEST_P(JobsStore, are_not_due_before_their_time) {
  enqueue("read_evidence", 60);
  EXPECT_FALSE(claim(59));
  EXPECT_TRUE(claim(60));
}

TEST_P(JobsStore, are_finished_once_with_their_token) {
  enqueue("read_evidence");
  auto job = *claim();
  auto stranger = job;
  stranger.token = "guessed";
  EXPECT_FALSE(finish(stranger));
  stranger.token = "";
  EXPECT_FALSE(finish(stranger));
  EXPECT_TRUE(finish(job));
  EXPECT_FALSE(finish(job));
  EXPECT_EQ(count(JobState::done), 1);
  EXPECT_FALSE(claim(1000));
}

TEST_P(JobsStore, whose_lease_is_over_are_taken_over) {
  enqueue("read_evidence");
  const auto lost = *claim(0);
  EXPECT_FALSE(claim(29));
  const auto taken = claim(30);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->id, lost.id);
  EXPECT_EQ(taken->attempts, 2);
  EXPECT_NE(taken->token, lost.token);
  EXPECT_FALSE(finish(lost)) << "the old attempt cannot overwrite the new one";
  EXPECT_FALSE(retry(lost, 31));
  EXPECT_FALSE(bury(lost));
  EXPECT_FALSE(write([&](Stores& stores) { return stores.jobs().heartbeat(lost.id, lost.token, at(500)); }));
  EXPECT_TRUE(finish(*taken));
}

TEST_P(JobsStore, are_kept_by_a_heartbeat) {
  enqueue("read_evidence");
  const auto job = *claim(0);
  EXPECT_TRUE(write([&](Stores& stores) { return stores.jobs().heartbeat(job.id, job.token, at(90)); }));
  EXPECT_FALSE(claim(89));
  EXPECT_TRUE(finish(job));
}

TEST_P(JobsStore, that_failed_wait_for_their_next_attempt) {
  enqueue("read_evidence");
  EXPECT_TRUE(retry(*claim(), 20));
  EXPECT_FALSE(claim(19));
  const auto again = claim(20);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->attempts, 2);
  EXPECT_EQ(again->problem, "process.timeout");
  EXPECT_EQ(again->problem_detail, "no answer");
}

TEST_P(JobsStore, that_are_dead_stay_so_until_revived) {
  enqueue("read_evidence");
  const auto job = *claim();
  EXPECT_TRUE(bury(job));
  EXPECT_FALSE(claim(1'000'000));
  const auto dead = read([](Stores& stores) { return stores.jobs().list(JobState::dead, 10); });
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0].problem, "process.crashed");
  EXPECT_EQ(dead[0].problem_detail, "ab") << "whatever a failure says can be stored";
  EXPECT_TRUE(write([&](Stores& stores) { return stores.jobs().revive(job.id, at(50)); }));
  EXPECT_FALSE(write([&](Stores& stores) { return stores.jobs().revive(job.id, at(50)); }))
      << "it is not dead any more";
  EXPECT_EQ(claim(50)->attempts, 1) << "its attempts are forgotten";
}

TEST_P(JobsStore, of_one_key_wait_once) {
  enqueue("judge_section", 10, "declaration/1/premises", {{"cause", "reading"}});
  enqueue("judge_section", 5, "declaration/1/premises", {{"cause", "decision"}});
  enqueue("judge_section", 20, "declaration/1/premises");
  enqueue("judge_section", 10, "declaration/2/premises");
  enqueue("read_evidence", 10, "declaration/1/premises");
  enqueue("read_evidence", 10);
  enqueue("read_evidence", 10);
  EXPECT_EQ(count(JobState::waiting), 5);
  const auto job = claim(5);
  ASSERT_TRUE(job) << "the earlier moment counts";
  EXPECT_EQ(job->payload.at("cause"), "reading");
}

TEST_P(JobsStore, of_one_key_never_run_together) {
  enqueue("judge_section", 0, "key");
  const auto first = *claim();
  enqueue("judge_section", 0, "key");
  EXPECT_EQ(count(JobState::waiting), 1) << "the running one may have read older data";
  EXPECT_EQ(read([](Stores& stores) { return stores.jobs().pending("judge_section", "key"); }), 2);
  EXPECT_FALSE(claim());
  EXPECT_TRUE(finish(first));
  EXPECT_TRUE(claim());
}

TEST_P(JobsStore, of_one_key_whose_worker_is_gone_do_not_block_it_for_ever) {
  enqueue("judge_section", 0, "key");
  const auto lost = *claim(0);
  enqueue("judge_section", 0, "key");
  const auto taken = claim(30);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->id, lost.id) << "the oldest first";
}

TEST_P(JobsStore, given_back_beside_a_waiting_twin_are_done) {
  enqueue("judge_section", 0, "key");
  const auto first = *claim();
  enqueue("judge_section", 0, "key");
  EXPECT_TRUE(retry(first, 20));
  EXPECT_EQ(count(JobState::done), 1);
  EXPECT_EQ(count(JobState::waiting), 1);
  const auto second = *claim();
  EXPECT_NE(second.id, first.id);
  EXPECT_TRUE(bury(second));
  enqueue("judge_section", 0, "key");
  EXPECT_TRUE(write([&](Stores& stores) { return stores.jobs().revive(second.id, at(0)); }));
  EXPECT_EQ(count(JobState::waiting), 1);
}

TEST_P(JobsStore, exist_only_when_their_action_does) {
  const auto result = m_database->write([](Stores& stores) -> Outcome {
    must(stores.jobs().enqueue("read_evidence", {{"evidence", 1}}, at(0)));
    return fail("access.forbidden");
  });
  EXPECT_EQ(code_of(result), "access.forbidden");
  EXPECT_FALSE(claim(1));
}

TEST_P(JobsStore, that_are_done_and_old_are_pruned) {
  enqueue("read_evidence", 0);
  EXPECT_TRUE(finish(*claim()));
  enqueue("read_evidence", 0);
  enqueue("read_evidence", 100);
  EXPECT_TRUE(finish(*claim(0)));
  EXPECT_EQ(write([](Stores& stores) { return stores.jobs().prune(at(0)); }), 0);
  EXPECT_EQ(write([](Stores& stores) { return stores.jobs().prune(at(1)); }), 2);
  EXPECT_EQ(count(JobState::done), 0);
  EXPECT_EQ(count(JobState::waiting), 1);
}

TEST_P(JobsStore, claimed_by_many_threads_are_each_claimed_once) {
  constexpr int k_jobs = 120, k_threads = 4;
  write([](Stores& stores) -> Outcome {
    for (int i = 0; i < k_jobs; ++i)
      must(stores.jobs().enqueue("read_evidence", {{"evidence", i}}, at(0), std::to_string(i)));
    return {};
  });
  std::mutex mutex;
  std::multiset<std::int64_t> claimed;
  std::vector<std::future<void>> threads;
  for (int i = 0; i < k_threads; ++i)
    threads.push_back(std::async(std::launch::async, [&] {
      while (const auto job = claim()) {
        EXPECT_TRUE(finish(*job));
        const std::lock_guard lock(mutex);
        claimed.insert(job->id.value);
      }
    }));
  for (auto& thread : threads) thread.get();
  EXPECT_EQ(claimed.size(), static_cast<std::size_t>(k_jobs));
  EXPECT_EQ(std::set<std::int64_t>(claimed.begin(), claimed.end()).size(), static_cast<std::size_t>(k_jobs));
  EXPECT_EQ(count(JobState::done), k_jobs);
}

}  // namespace
}  // namespace mizan::storage
