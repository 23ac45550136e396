// SPDX-License-Identifier: GPL-3.0-or-later
// The only source of "now", so that windows and deadlines can be tested and demonstrated.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

namespace mizan {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::milliseconds;

/// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock, plus an offset that only demonstration data may set.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override {
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) + milliseconds(m_offset.load());
  }
  void set_offset(milliseconds offset) { m_offset.store(offset.count()); }
  [[nodiscard]] milliseconds offset() const { return milliseconds(m_offset.load()); }

 private:
  std::atomic<std::int64_t> m_offset{0};
};

/// A clock that a test sets by hand.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : m_now(start.time_since_epoch().count()) {}
  [[nodiscard]] Instant now() const override { return Instant(milliseconds(m_now.load())); }
  void advance(milliseconds by) { m_now += by.count(); }

 private:
  std::atomic<std::int64_t> m_now;
};

/// `2026-11-24T05:00:00.000Z`; the form of every time in the API and in snapshots.
[[nodiscard]] std::string to_iso8601(Instant instant);

/// The reverse; a text that is not exactly of that form (milliseconds optional) gives the epoch.
[[nodiscard]] Instant from_iso8601(std::string_view text);

}  // namespace mizan
