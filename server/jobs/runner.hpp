// SPDX-License-Identifier: GPL-3.0-or-later
// Takes jobs from the table one after the other until told to stop.
#pragma once

#include "storage/api/database.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>

namespace mizan::jobs {

/// Named limits; the configuration sets them (section [jobs]).
struct RunnerOptions {
  std::string worker;                       ///< who holds the leases, e.g. "host/4711"
  std::chrono::seconds lease{30};           ///< renewed by a heartbeat every third of it
  int attempts = 3;                         ///< then the job is given up
  std::chrono::milliseconds back_off{500};  ///< doubled with each attempt
  std::chrono::milliseconds idle{200};      ///< between looks at an empty table
};

/// What the runner calls; given by the composition root, so that jobs know no use case by name.
struct Handlers {
  std::function<Outcome(const storage::Job&)> process;                  ///< finishes the job itself
  std::function<Outcome(const storage::Job&, const Problem&)> give_up;  ///< after the last attempt; buries the job itself
  std::function<void()> before_each = [] {};                            ///< e.g. take over a moved demonstration clock
};

/// One thread's loop. A problem or exception from `process` costs one attempt; a lost lease costs nothing.
class Runner {
 public:
  Runner(storage::Database& database, const Clock& clock, RunnerOptions options, Handlers handlers);

  /// Returns when `stop` is set, after the job in hand.
  void run(const std::atomic<bool>& stop);
  /// Works until nothing is due; for tests and the command line. Returns how many jobs were taken.
  [[nodiscard]] Result<int> run_until_idle();

 private:
  [[nodiscard]] Result<bool> run_one();

  storage::Database& m_database;
  const Clock& m_clock;
  RunnerOptions m_options;
  Handlers m_handlers;
};

}  // namespace mizan::jobs
