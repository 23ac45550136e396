// SPDX-License-Identifier: GPL-3.0-or-later
// Ends connections whose time is over: slow headers, slow bodies, idle ones, and all of them when the server stops.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>

namespace mizan::http {

/// A read timeout of a socket starts again with every byte, so a patient client could hold a thread for ever: this
/// thread looks at whole deadlines. When one has passed, reading ends (the connection sees an end of stream and can
/// still answer); a little later writing ends too. Thread-safe.
class Watchdog {
 public:
  enum class Phase { idle, busy };
  using Steady = std::chrono::steady_clock;

  /// One connection under watch for as long as this lives; the descriptor must stay open until then.
  class Watch {
   public:
    Watch(Watchdog& watchdog, int descriptor);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// The deadline of what comes next. Without effect once the time was over.
    void arm(std::chrono::milliseconds time, Phase phase);
    [[nodiscard]] bool over() const;
    /// From any thread: the time is over now.
    void end();

   private:
    Watchdog& m_watchdog;
    std::uint64_t m_key;
  };

  Watchdog();
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  /// From now on `stopping` is true; idle connections end at once, those with a request in hand after `time`.
  void stop(std::chrono::milliseconds time);
  [[nodiscard]] bool stopping() const;
  /// False when some are left after `time`.
  bool wait_until_empty(std::chrono::milliseconds time);

 private:
  struct Entry {
    int descriptor = -1;
    Steady::time_point deadline;
    Phase phase = Phase::idle;
    bool over = false;
  };

  static void end_reading(Entry& entry, Steady::time_point now);
  void run();
  void look(Steady::time_point now);

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<std::uint64_t, Entry> m_entries;
  std::uint64_t m_next_key = 0;
  bool m_stopping = false;
  bool m_done = false;
  Steady::time_point m_last_moment = Steady::time_point::max();
  std::thread m_thread;
};

}  // namespace mizan::http
