// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a number of processes alive.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace mizan::app {

struct SupervisorOptions {
  std::vector<std::string> command;  ///< the program's path, then its arguments
  int processes = 2;
  std::chrono::seconds restart_first{1};  ///< doubled with every death in a row
  std::chrono::seconds restart_longest{60};
  std::chrono::seconds healthy_after{60};  ///< a process that lived this long starts the row anew
};

/// Not thread-safe: one thread calls all of it, the one that stays alive longest, because the children ask the kernel
/// to end them when it dies. Children that still live when this is destroyed are killed.
class Supervisor {
 public:
  explicit Supervisor(SupervisorOptions options);
  ~Supervisor();
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  /// Starts what should run and is due; call it a few times a second.
  void look();
  /// Asks all to end (SIGTERM), kills those that have not after `time`.
  void stop(std::chrono::seconds time);
  [[nodiscard]] int alive() const;

 private:
  using Steady = std::chrono::steady_clock;
  struct Child {
    pid_t pid = 0;
    int deaths = 0;
    Steady::time_point started;
    Steady::time_point start_after;
  };

  void start(Child& child);
  void bury(Child& child, int status);

  SupervisorOptions m_options;
  std::vector<Child> m_children;
};

}  // namespace mizan::app
