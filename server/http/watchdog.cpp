// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/watchdog.hpp"

#include <sys/socket.h>
#include <algorithm>

namespace mizan::http {
namespace {

constexpr std::chrono::milliseconds k_look_every{100};
constexpr std::chrono::seconds k_grace{5};  // to send the answer that tells of the timeout

}  // namespace

Watchdog::Watch::Watch(Watchdog& watchdog, int descriptor) : m_watchdog(watchdog) {
  const std::scoped_lock lock(m_watchdog.m_mutex);
  m_key = m_watchdog.m_next_key++;
  m_watchdog.m_entries[m_key] = {descriptor, Steady::time_point::max(), Phase::busy, false};
}

Watchdog::Watch::~Watch() {
  const std::scoped_lock lock(m_watchdog.m_mutex);
  m_watchdog.m_entries.erase(m_key);
  m_watchdog.m_changed.notify_all();
}

void Watchdog::Watch::arm(std::chrono::milliseconds time, Phase phase) {
  const std::scoped_lock lock(m_watchdog.m_mutex);
  auto& entry = m_watchdog.m_entries.at(m_key);
  if (entry.over) return;
  entry.deadline = Steady::now() + time;
  entry.phase = phase;
}

bool Watchdog::Watch::over() const {
  const std::scoped_lock lock(m_watchdog.m_mutex);
  return m_watchdog.m_entries.at(m_key).over;
}

void Watchdog::Watch::end() {
  const std::scoped_lock lock(m_watchdog.m_mutex);
  auto& entry = m_watchdog.m_entries.at(m_key);
  if (!entry.over) end_reading(entry, Steady::now());
}

Watchdog::Watchdog() : m_thread([this] { run(); }) {}

Watchdog::~Watchdog() {
  {
    const std::scoped_lock lock(m_mutex);
    m_done = true;
    m_changed.notify_all();
  }
  m_thread.join();
}

void Watchdog::stop(std::chrono::milliseconds time) {
  const std::scoped_lock lock(m_mutex);
  m_stopping = true;
  m_last_moment = Steady::now() + time;
  m_changed.notify_all();
}

bool Watchdog::stopping() const {
  const std::scoped_lock lock(m_mutex);
  return m_stopping;
}

bool Watchdog::wait_until_empty(std::chrono::milliseconds time) {
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, time, [this] { return m_entries.empty(); });
}

void Watchdog::run() {
  std::unique_lock lock(m_mutex);
  while (!m_done) {
    m_changed.wait_for(lock, k_look_every);
    look(Steady::now());
  }
}

void Watchdog::end_reading(Entry& entry, Steady::time_point now) {
  entry.over = true;
  entry.deadline = now + k_grace;
  ::shutdown(entry.descriptor, SHUT_RD);
}

void Watchdog::look(Steady::time_point now) {
  for (auto& [key, entry] : m_entries) {
    const bool idle_at_the_end = m_stopping && entry.phase == Phase::idle;
    const auto deadline = idle_at_the_end ? now : std::min(entry.deadline, m_last_moment);
    if (now < deadline) continue;
    if (!entry.over) {
      end_reading(entry, now);
    } else if (now >= entry.deadline) {
      ::shutdown(entry.descriptor, SHUT_RDWR);
    }
  }
}

}  // namespace mizan::http
