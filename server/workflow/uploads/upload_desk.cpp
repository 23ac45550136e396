// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/upload_desk.hpp"

#include <utility>

namespace mizan::workflow {

UploadDesk::Seat::Seat(Seat&& other) noexcept
    : m_desk(std::exchange(other.m_desk, nullptr)),
      m_id(std::move(other.m_id)),
      m_waited(other.m_waited),
      m_forget(other.m_forget) {}

UploadDesk::Seat::~Seat() {
  if (m_desk != nullptr) m_desk->leave(m_id, m_forget);
}

UploadDesk::HashSoFar& UploadDesk::Seat::hash() {
  const std::scoped_lock lock(m_desk->m_mutex);
  return m_desk->m_entries.at(m_id).hash;  // a map's elements stay where they are
}

Result<UploadDesk::Seat> UploadDesk::take(const std::string& id, std::function<void()> interrupt,
                                          std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  std::unique_lock lock(m_mutex);
  auto& entry = m_entries[id];
  const bool waited = entry.held;
  ++entry.waiting;
  while (entry.held) {
    if (entry.interrupt) entry.interrupt();
    if (m_left.wait_until(lock, deadline) == std::cv_status::timeout && entry.held) {
      --entry.waiting;
      return fail("upload.busy", id + " is still held");
    }
  }
  --entry.waiting;
  entry.held = true;
  entry.interrupt = std::move(interrupt);
  entry.last_used = ++m_uses;
  return Seat(*this, id, waited);
}

void UploadDesk::leave(const std::string& id, bool forget) {
  const std::scoped_lock lock(m_mutex);
  const auto found = m_entries.find(id);
  found->second.held = false;
  found->second.interrupt = nullptr;
  if (forget && found->second.waiting == 0) m_entries.erase(found);
  if (m_entries.size() > m_most_hashes) drop_oldest();
  m_left.notify_all();
}

void UploadDesk::drop_oldest() {
  auto oldest = m_entries.end();
  for (auto it = m_entries.begin(); it != m_entries.end(); ++it)
    if (!it->second.held && it->second.waiting == 0 &&
        (oldest == m_entries.end() || it->second.last_used < oldest->second.last_used))
      oldest = it;
  if (oldest != m_entries.end()) m_entries.erase(oldest);
}

}  // namespace mizan::workflow
