// SPDX-License-Identifier: GPL-3.0-or-later
// Takes jobs from the table one after the other until told to stop.
#pragma once

#include "storage/api/database.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace mizan::jobs {

/// Named limits; the configuration sets them (section [jobs]).
struct RunnerOptions {
  std::string worker;                       ///< who holds the leases, e.g. "host/4711"
  std::chrono::seconds lease{30};           ///< renewed by a heartbeat every third of it
  int attempts = 3;                         ///< then the job is given up
  std::chrono::milliseconds back_off{500};  ///< doubled with each attempt
  std::chrono::milliseconds idle{200};      ///< between looks at an empty table
  std::chrono::seconds patience{30};        ///< between attempts at a job that waits for its surroundings, at most
  std::chrono::hours keep_done{24 * 7};     ///< done jobs are deleted after this
  std::chrono::minutes prune_every{10};
  std::chrono::seconds storage_pause{5};    ///< before a job that met trouble with the storage is tried again
  std::chrono::hours storage_patience{24};  ///< that such trouble costs no attempt, from a job's first moment on
};

/// One line; what a runner reports to when nobody gave it a log.
void report_to_stderr(JobId job, const Problem& problem);

/// What the runner calls; given by the composition root, so that jobs know no use case by name.
struct Handlers {
  std::function<Outcome(const storage::Job&)> process;  ///< finishes the job itself
  std::function<Outcome(const storage::Job&, const Problem&)>
      give_up;  ///< after the last attempt; buries the job itself
  /// Whether a job that fails waits for its surroundings, which an operator mends and no attempt can: it is tried
  /// again for ever and never given up, reported the first time only.
  std::function<bool(const storage::Job&)> waits = [](const storage::Job&) { return false; };
  std::function<void()> before_each = [] {};  ///< e.g. take over a moved demonstration clock
  /// For the log: a failed attempt, or trouble that the runner itself met (the job's id is then 0). Called from two
  /// threads.
  std::function<void(JobId, const Problem&)> report = report_to_stderr;
};

/// One thread's loop. A problem or exception from `process` costs one attempt; a lost lease costs nothing, and neither
/// does trouble with the storage (no room, no database), which is no job's fault: its attempts begin anew when that is
/// over. A job is never lost: where giving it up fails, that is tried again later. A job that took its worker with it
/// in its last attempt is given up when it is claimed again.
class Runner {
 public:
  Runner(storage::Database& database, const Clock& clock, RunnerOptions options, Handlers handlers);

  /// Returns when `stop` is set, after the job in hand.
  void run(const std::atomic<bool>& stop);
  /// Works until nothing is due; for tests and the command line. Returns how many jobs were taken.
  [[nodiscard]] Result<int> run_until_idle();

 private:
  [[nodiscard]] Result<bool> run_one();
  void work_on(const storage::Job& job);
  void after_failure(const storage::Job& job, const Problem& problem);
  void try_later(const storage::Job& job, const Problem& problem);
  [[nodiscard]] bool is_trouble_with_storage(const storage::Job& job, const Problem& problem) const;
  [[nodiscard]] Outcome set_aside(const storage::Job& job, const Problem& problem);
  [[nodiscard]] Outcome set_aside_what_is_owed();
  void prune_now_and_then();

  storage::Database& m_database;
  const Clock& m_clock;
  RunnerOptions m_options;
  Handlers m_handlers;
  Instant m_pruned_at{};
  std::vector<std::pair<storage::Job, Problem>> m_owed;  // met trouble, and that could not be written down yet
};

}  // namespace mizan::jobs
