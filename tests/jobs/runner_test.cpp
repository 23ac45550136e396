// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runner.hpp"

#include "storage/records/open_database.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

namespace mizan::jobs {
namespace {

using namespace std::chrono_literals;
using storage::Job;
using storage::JobState;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(std::string(result.error().code.id()) + ": " + result.error().internal);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A real database, and handlers that do as each test says.
class RunnerTest : public ::testing::Test {
 protected:
  Handlers handlers() {
    Handlers handlers;
    handlers.process = [this](const Job& job) { return m_process(job); };
    handlers.give_up = [this](const Job& job, const Problem& problem) { return m_give_up(job, problem); };
    handlers.waits = [this](const Job&) { return m_waits; };
    handlers.before_each = [this] { ++m_looks; };
    handlers.report = [this](JobId, const Problem& problem) { m_reports.emplace_back(problem.code.id()); };
    return handlers;
  }
  Runner runner() { return Runner(*m_database, m_clock, m_options, handlers()); }
  int work() { return must(runner().run_until_idle()); }

  void enqueue() {
    must(m_database->write([&](storage::Stores& stores) {
      return stores.jobs().enqueue("read_evidence", {{"evidence", 1}}, m_clock.now());
    }));
  }
  Outcome finish(const Job& job) {
    const auto finished =
        must(m_database->write([&](storage::Stores& stores) { return stores.jobs().finish(job.id, job.token); }));
    if (!finished) return fail("storage.conflict", "the lease was lost");
    return {};
  }
  Outcome bury(const Job& job, const Problem& problem) {
    must(m_database->write([&](storage::Stores& stores) { return stores.jobs().bury(job.id, job.token, problem); }));
    m_given_up.emplace_back(problem.code.id());
    return {};
  }
  std::optional<Job> job_in(JobState state) {
    const auto jobs = must(m_database->read([&](storage::Stores& stores) { return stores.jobs().list(state, 10); }));
    return jobs.empty() ? std::nullopt : std::optional(jobs.front());
  }

  tests::TemporaryFolder m_folder;
  std::unique_ptr<storage::Database> m_database =
      must(storage::open_database({.url = "sqlite://" + (m_folder.path() / "mizan.db").string(), .connections = 4}));
  ManualClock m_clock{from_iso8601("2026-01-01T00:00:00Z")};
  RunnerOptions m_options{.worker = "host/1", .lease = 30s, .attempts = 3, .back_off = 500ms, .idle = 5ms};
  std::function<Outcome(const Job&)> m_process = [this](const Job& job) { return finish(job); };
  std::function<Outcome(const Job&, const Problem&)> m_give_up = [this](const Job& job, const Problem& problem) {
    return bury(job, problem);
  };
  std::vector<std::string> m_reports, m_given_up;
  std::atomic<int> m_looks = 0;
  bool m_waits = false;
};

TEST_F(RunnerTest, works_until_nothing_is_due) {
  enqueue();
  enqueue();
  EXPECT_EQ(work(), 2);
  EXPECT_EQ(work(), 0);
  EXPECT_FALSE(job_in(JobState::waiting));
  EXPECT_EQ(m_looks, 4) << "before each look at the table";
}

TEST_F(RunnerTest, backs_off_twice_as_long_each_time_and_gives_up_after_the_last_attempt) {
  m_process = [](const Job&) -> Outcome { return fail("process.timeout", "no answer"); };
  enqueue();
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(job_in(JobState::waiting)->run_after, m_clock.now() + 500ms);
  EXPECT_EQ(job_in(JobState::waiting)->problem, "process.timeout");
  EXPECT_EQ(work(), 0);
  m_clock.advance(500ms);
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(job_in(JobState::waiting)->run_after, m_clock.now() + 1000ms);
  m_clock.advance(1s);
  EXPECT_EQ(work(), 1);
  EXPECT_TRUE(job_in(JobState::dead));
  EXPECT_EQ(m_given_up, std::vector<std::string>{"process.timeout"});
  EXPECT_EQ(m_reports.size(), 3U);
}

TEST_F(RunnerTest, a_job_that_waits_for_its_surroundings_is_tried_for_ever_and_told_of_once) {
  m_waits = true;
  m_options.patience = 2s;
  m_process = [](const Job&) -> Outcome { return fail("antivirus.unavailable", "silent"); };
  enqueue();
  for (int attempt = 1; attempt <= 20; ++attempt) {
    ASSERT_EQ(work(), 1) << attempt;
    ASSERT_TRUE(job_in(JobState::waiting));
    EXPECT_LE(job_in(JobState::waiting)->run_after, m_clock.now() + 2s);
    m_clock.advance(2s);
  }
  EXPECT_EQ(job_in(JobState::waiting)->attempts, 20);
  EXPECT_TRUE(m_given_up.empty());
  EXPECT_EQ(m_reports, std::vector<std::string>{"antivirus.unavailable"});
  m_process = [this](const Job& job) { return finish(job); };
  EXPECT_EQ(work(), 1);
  EXPECT_TRUE(job_in(JobState::done));
}

TEST_F(RunnerTest, an_exception_costs_one_attempt) {
  int calls = 0;
  m_process = [&](const Job& job) -> Outcome {
    if (++calls == 1) throw std::runtime_error("a bug");
    if (calls == 2) throw 7;
    return finish(job);
  };
  enqueue();
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(job_in(JobState::waiting)->problem_detail, "a bug");
  m_clock.advance(10s);
  EXPECT_EQ(work(), 1);
  m_clock.advance(10s);
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(job_in(JobState::done)->attempts, 3);
}

TEST_F(RunnerTest, a_job_that_cannot_be_given_up_is_not_lost) {
  int processed = 0;
  m_options.attempts = 1;
  m_process = [&](const Job&) -> Outcome {
    ++processed;
    return fail("process.crashed");
  };
  m_give_up = [](const Job&, const Problem&) -> Outcome { throw std::runtime_error("no room for the audit"); };
  enqueue();
  EXPECT_EQ(work(), 1);
  ASSERT_TRUE(job_in(JobState::waiting));
  EXPECT_EQ(job_in(JobState::waiting)->problem, "process.crashed") << "what was wrong at first stays";
  m_give_up = [this](const Job& job, const Problem& problem) { return bury(job, problem); };
  m_clock.advance(10s);
  EXPECT_EQ(work(), 1);
  EXPECT_TRUE(job_in(JobState::dead));
  EXPECT_EQ(processed, 1) << "its attempts are used up; only giving up is tried again";
  EXPECT_EQ(m_given_up, std::vector<std::string>{"process.crashed"});
}

TEST_F(RunnerTest, a_job_that_killed_its_worker_in_every_attempt_is_given_up) {
  enqueue();
  for (int attempt = 0; attempt < m_options.attempts; ++attempt) {
    ASSERT_TRUE(must(m_database->write(
        [&](storage::Stores& stores) { return stores.jobs().claim("killed", m_clock.now(), m_clock.now() + 30s); })));
    m_clock.advance(30s);
  }
  m_process = [](const Job&) -> Outcome {
    ADD_FAILURE() << "a fourth attempt";
    return {};
  };
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(m_given_up, std::vector<std::string>{"process.crashed"});
  EXPECT_TRUE(job_in(JobState::dead));
}

TEST_F(RunnerTest, trouble_with_the_storage_costs_no_attempt) {
  m_process = [](const Job&) -> Outcome { return fail("evidence.storage_full", "no space left"); };
  enqueue();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(work(), 1);
    const auto waiting = job_in(JobState::waiting);
    ASSERT_TRUE(waiting);
    EXPECT_EQ(waiting->problem, "evidence.storage_full");
    EXPECT_EQ(waiting->run_after, m_clock.now() + m_options.storage_pause);
    m_clock.advance(m_options.storage_pause);
  }
  m_process = [this](const Job& job) { return finish(job); };
  EXPECT_EQ(work(), 1);
  EXPECT_TRUE(job_in(JobState::done));
  EXPECT_TRUE(m_given_up.empty());
}

TEST_F(RunnerTest, trouble_that_lasts_beyond_all_patience_is_a_fault_like_others) {
  m_process = [](const Job&) -> Outcome { return fail("storage.unavailable", "nobody there"); };
  enqueue();
  m_clock.advance(m_options.storage_patience);
  for (int attempt = 0; attempt < m_options.attempts; ++attempt) {
    EXPECT_EQ(work(), 1);
    m_clock.advance(10s);
  }
  EXPECT_EQ(m_given_up, std::vector<std::string>{"storage.unavailable"});
}

TEST_F(RunnerTest, trouble_that_cannot_be_written_down_is_written_down_later) {
  const storage::DatabaseOptions impatient{
      .url = "sqlite://" + (m_folder.path() / "mizan.db").string(), .connections = 4, .busy = 50ms};
  const auto troubled = must(storage::open_database(impatient));
  Runner runner(*troubled, m_clock, m_options, handlers());
  enqueue();
  // Another writer holds the database while the job fails, and longer than it waits for it.
  std::promise<void> held, free;
  std::future<void> writer;
  m_process = [&](const Job&) -> Outcome {
    writer = std::async(std::launch::async, [&] {
      must(m_database->write([&](storage::Stores& stores) -> Outcome {
        held.set_value();
        free.get_future().wait();
        return stores.settings().set("a", "b");
      }));
    });
    held.get_future().wait();
    return fail("storage.busy", "locked");
  };
  EXPECT_FALSE(runner.run_until_idle()) << "what it owes cannot be written";
  free.set_value();
  writer.get();
  m_process = [this](const Job& job) { return finish(job); };
  EXPECT_EQ(must(runner.run_until_idle()), 0) << "set aside, and not due yet";
  m_clock.advance(m_options.storage_pause);
  EXPECT_EQ(must(runner.run_until_idle()), 1);
  EXPECT_EQ(job_in(JobState::done)->attempts, 1);
}

TEST_F(RunnerTest, a_lost_lease_costs_nothing) {
  m_options.attempts = 1;
  std::optional<Job> taken;
  m_process = [&](const Job& job) -> Outcome {
    m_clock.advance(31s);
    taken = must(m_database->write(
        [&](storage::Stores& stores) { return stores.jobs().claim("other", m_clock.now(), m_clock.now() + 30s); }));
    return finish(job);
  };
  enqueue();
  EXPECT_EQ(work(), 1);
  ASSERT_TRUE(taken);
  EXPECT_TRUE(m_given_up.empty()) << "the job belongs to the other worker now";
  const auto running = job_in(JobState::running);
  ASSERT_TRUE(running);
  EXPECT_EQ(running->token, taken->token);
  EXPECT_EQ(running->worker, "other");
}

TEST_F(RunnerTest, the_lease_is_renewed_while_the_job_runs) {
  m_options.lease = 1s;
  m_process = [&](const Job& job) -> Outcome {
    m_clock.advance(900ms);
    const auto leased_until = [&] { return job_in(JobState::running)->leased_until; };
    while (leased_until() != m_clock.now() + 1s)
      std::this_thread::sleep_for(5ms);  // a missing heartbeat hangs the test
    return finish(job);
  };
  enqueue();
  EXPECT_EQ(work(), 1);
  EXPECT_TRUE(job_in(JobState::done));
}

TEST_F(RunnerTest, runs_until_it_is_stopped) {
  std::atomic<bool> stop = false;
  auto running = std::async(std::launch::async, [&] { runner().run(stop); });
  enqueue();
  while (!job_in(JobState::done)) std::this_thread::sleep_for(5ms);
  stop = true;
  running.get();
}

TEST_F(RunnerTest, deletes_jobs_that_were_done_long_ago) {
  enqueue();
  EXPECT_EQ(work(), 1);
  m_clock.advance(m_options.keep_done + 1s);
  enqueue();
  std::atomic<bool> stop = false;
  m_process = [&](const Job& job) {
    stop = true;
    return finish(job);
  };
  runner().run(stop);
  EXPECT_EQ(must(m_database->read([](storage::Stores& stores) { return stores.jobs().count(JobState::done); })), 1);
}

TEST_F(RunnerTest, reports_trouble_with_the_table_and_goes_on) {
  std::atomic<bool> stop = false;
  int looks = 0;
  auto troubled = handlers();
  troubled.before_each = [&] {
    if (++looks == 2) stop = true;
    throw std::runtime_error("the clock cannot be read");
  };
  Runner(*m_database, m_clock, m_options, troubled).run(stop);
  EXPECT_EQ(m_reports, (std::vector<std::string>{"server.internal", "server.internal"}));
}

}  // namespace
}  // namespace mizan::jobs
