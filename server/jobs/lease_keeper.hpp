// SPDX-License-Identifier: GPL-3.0-or-later
// Renews the lease of one running job from a thread of its own.
#pragma once

#include "storage/api/database.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace mizan::jobs {

/// Beats every third of the lease until destroyed, or until the lease is lost. A beat that fails is reported and tried
/// again at the next; a third of the lease is then still left.
class LeaseKeeper {
 public:
  LeaseKeeper(storage::Database& database, const Clock& clock, const storage::Job& job, std::chrono::seconds lease,
              std::function<void(const Problem&)> report);
  ~LeaseKeeper();
  LeaseKeeper(const LeaseKeeper&) = delete;
  LeaseKeeper& operator=(const LeaseKeeper&) = delete;

 private:
  void keep();
  /// False when the lease is lost.
  [[nodiscard]] bool beat();

  storage::Database& m_database;
  const Clock& m_clock;
  const storage::Job& m_job;
  std::chrono::seconds m_lease;
  std::function<void(const Problem&)> m_report;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_over = false;
  std::thread m_thread;
};

}  // namespace mizan::jobs
