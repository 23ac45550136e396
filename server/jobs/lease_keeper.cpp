// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lease_keeper.hpp"

#include <exception>
#include <utility>

namespace mizan::jobs {

LeaseKeeper::LeaseKeeper(storage::Database& database, const Clock& clock, const storage::Job& job,
                         std::chrono::seconds lease, std::function<void(const Problem&)> report)
    : m_database(database), m_clock(clock), m_job(job), m_lease(lease), m_report(std::move(report)), m_thread([this] {
        keep();
      }) {}

LeaseKeeper::~LeaseKeeper() {
  {
    const std::lock_guard lock(m_mutex);
    m_over = true;
  }
  m_changed.notify_all();
  m_thread.join();
}

void LeaseKeeper::keep() {
  const auto third = std::chrono::duration_cast<milliseconds>(m_lease) / 3;
  std::unique_lock lock(m_mutex);
  while (!m_changed.wait_for(lock, third, [this] { return m_over; })) {
    lock.unlock();
    if (!beat()) return;
    lock.lock();
  }
}

bool LeaseKeeper::beat() {
  try {
    const auto kept = m_database.write([&](storage::Stores& stores) {
      return stores.jobs().heartbeat(m_job.id, m_job.token, m_clock.now() + m_lease);
    });
    if (!kept) m_report(kept.error());
    return !kept || *kept;
  } catch (const std::exception& error) {
    m_report(Problem("server.internal", error.what()));
    return true;
  }
}

}  // namespace mizan::jobs
