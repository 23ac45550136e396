// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runner.hpp"

#include "jobs/lease_keeper.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>
#include <thread>
#include <utility>

namespace mizan::jobs {
namespace {

/// A pause that a stop need not wait for.
constexpr milliseconds k_longest_nap{50};
/// Doubled more often, a back-off would overflow; by then an operator has seen the job.
constexpr int k_most_doublings = 16;

constexpr std::array k_storage_trouble{ProblemCode("evidence.storage_full"), ProblemCode("storage.unavailable"),
                                       ProblemCode("storage.busy")};

void nap(milliseconds pause, const std::atomic<bool>& stop) {
  while (pause.count() > 0 && !stop.load()) {
    const auto piece = std::min(pause, k_longest_nap);
    std::this_thread::sleep_for(piece);
    pause -= piece;
  }
}

/// Exceptions of a handler stop here.
template <class Work>
Outcome attempted(Work&& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return fail("server.internal", error.what());
  } catch (...) {
    return fail("server.internal", "an exception that is none of the standard's");
  }
}

/// Of a job whose last attempt ended without a word: its worker died, or hung beyond its lease.
Problem problem_of_silent_end(const storage::Job& job) {
  return Problem("process.crashed", "worker " + job.worker + " took it up after its last attempt")
      .with("process", "worker");
}

}  // namespace

void report_to_stderr(JobId job, const Problem& problem) {
  std::cerr << "job " << job.value << ": " << problem.code.id() << ": " << problem.internal << '\n';
}

Runner::Runner(storage::Database& database, const Clock& clock, RunnerOptions options, Handlers handlers)
    : m_database(database), m_clock(clock), m_options(std::move(options)), m_handlers(std::move(handlers)) {}

void Runner::run(const std::atomic<bool>& stop) {
  while (!stop.load()) {
    prune_now_and_then();
    const auto taken = run_one();
    if (!taken) m_handlers.report(JobId{}, taken.error());
    if (!taken || !*taken) nap(m_options.idle, stop);
  }
}

Result<int> Runner::run_until_idle() {
  for (int taken = 0;; ++taken) {
    auto one = run_one();
    if (!one) return fail(std::move(one.error()));
    if (!*one) return taken;
  }
}

Result<bool> Runner::run_one() {
  const auto prepared = attempted([&]() -> Outcome {
    m_handlers.before_each();
    return {};
  });
  if (!prepared) return fail(prepared.error());
  if (auto written = set_aside_what_is_owed(); !written) return fail(std::move(written.error()));
  const auto now = m_clock.now();
  auto job = m_database.write(
      [&](storage::Stores& stores) { return stores.jobs().claim(m_options.worker, now, now + m_options.lease); });
  if (!job) return fail(std::move(job.error()));
  if (!*job) return false;
  work_on(**job);
  return true;
}

void Runner::work_on(const storage::Job& job) {
  const LeaseKeeper keeper(m_database, m_clock, job, m_options.lease,
                           [&](const Problem& problem) { m_handlers.report(job.id, problem); });
  const bool waits = m_handlers.waits(job);
  if (job.attempts > m_options.attempts && !waits) {
    after_failure(job, job.problem.empty() ? problem_of_silent_end(job)
                                           : Problem(ProblemCode::from_text(job.problem), job.problem_detail));
    return;
  }
  if (const auto done = attempted([&] { return m_handlers.process(job); }); !done) {
    if (!waits || job.attempts == 1) m_handlers.report(job.id, done.error());
    after_failure(job, done.error());
  }
}

void Runner::after_failure(const storage::Job& job, const Problem& problem) {
  if (is_trouble_with_storage(job, problem)) {
    if (auto written = set_aside(job, problem); !written) m_owed.emplace_back(job, problem);
    return;
  }
  if (job.attempts < m_options.attempts || m_handlers.waits(job)) {
    try_later(job, problem);
    return;
  }
  const auto held = m_database.write([&](storage::Stores& stores) {
    return stores.jobs().heartbeat(job.id, job.token, m_clock.now() + m_options.lease);
  });
  // Whoever has the lease now decides; where the database cannot say, the lease runs out and the job comes back.
  if (!held) m_handlers.report(job.id, held.error());
  if (!held || !*held) return;
  if (const auto given_up = attempted([&] { return m_handlers.give_up(job, problem); }); !given_up) {
    m_handlers.report(job.id, given_up.error());
    try_later(job, problem);
  }
}

void Runner::try_later(const storage::Job& job, const Problem& problem) {
  milliseconds pause = m_options.back_off * (1LL << std::clamp(job.attempts - 1, 0, k_most_doublings));
  if (m_handlers.waits(job)) pause = std::min<milliseconds>(pause, m_options.patience);
  const auto kept = m_database.write(
      [&](storage::Stores& stores) { return stores.jobs().retry(job.id, job.token, m_clock.now() + pause, problem); });
  if (!kept) m_handlers.report(job.id, kept.error());  // the lease runs out, and the job comes back
}

/// A full disk or a lost database meets every job, and passes. What passes for it but lasts is some fault after all.
bool Runner::is_trouble_with_storage(const storage::Job& job, const Problem& problem) const {
  const bool named =
      std::any_of(k_storage_trouble.begin(), k_storage_trouble.end(), [&](auto code) { return problem.code == code; });
  return named && m_clock.now() - job.created_at < m_options.storage_patience;
}

/// Dead for no moment that anybody sees, and revived: that is how a job's attempts are forgotten.
Outcome Runner::set_aside(const storage::Job& job, const Problem& problem) {
  return m_database.write([&](storage::Stores& stores) -> Outcome {
    auto held = stores.jobs().bury(job.id, job.token, problem);
    if (!held) return fail(std::move(held.error()));
    if (!*held) return {};  // another worker has it now
    auto revived = stores.jobs().revive(job.id, m_clock.now() + m_options.storage_pause);
    if (!revived) return fail(std::move(revived.error()));
    return {};
  });
}

/// Nothing is claimed before that: the lease that ran out meanwhile would count as an attempt.
Outcome Runner::set_aside_what_is_owed() {
  while (!m_owed.empty()) {
    if (auto written = set_aside(m_owed.back().first, m_owed.back().second); !written) return written;
    m_owed.pop_back();
  }
  return {};
}

void Runner::prune_now_and_then() {
  const auto now = m_clock.now();
  if (now - m_pruned_at < m_options.prune_every) return;
  m_pruned_at = now;
  const auto pruned =
      m_database.write([&](storage::Stores& stores) { return stores.jobs().prune(now - m_options.keep_done); });
  if (!pruned) m_handlers.report(JobId{}, pruned.error());
}

}  // namespace mizan::jobs
