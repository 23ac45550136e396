// SPDX-License-Identifier: GPL-3.0-or-later
// Which request of this process holds which upload, and how far each upload's hash has come.
#pragma once

#include "base/digest.hpp"
#include "base/result.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace mizan::workflow {

/// One request at a time writes to an upload, and the last one to come wins: a phone that found its network again must
/// not wait for the connection it lost. Who comes asks the holder to stop and takes the seat when it has left.
/// Thread-safe; outlives its seats.
class UploadDesk {
 public:
  /// The SHA-256 of the first `bytes` bytes; behind the staged file after a restart or a failed write.
  struct HashSoFar {
    Digest digest;
    std::uint64_t bytes = 0;
  };

  /// At most `hash_states` running hashes are kept; those longest unused go first.
  explicit UploadDesk(std::size_t hash_states = 1024) : m_most_hashes(hash_states) {}
  UploadDesk(const UploadDesk&) = delete;
  UploadDesk& operator=(const UploadDesk&) = delete;

  /// An upload in one request's hands for as long as this lives.
  class Seat {
   public:
    ~Seat();
    Seat(Seat&& other) noexcept;
    Seat& operator=(Seat&&) = delete;
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

    /// Of this upload; used by the holder alone.
    [[nodiscard]] HashSoFar& hash();
    /// Whether another request held the upload when this one came.
    [[nodiscard]] bool waited() const noexcept { return m_waited; }
    /// The upload is over: its hash need not be kept.
    void forget() noexcept { m_forget = true; }

   private:
    friend class UploadDesk;
    Seat(UploadDesk& desk, std::string id, bool waited) : m_desk(&desk), m_id(std::move(id)), m_waited(waited) {}

    UploadDesk* m_desk;
    std::string m_id;
    bool m_waited;
    bool m_forget = false;
  };

  /// Waits at most `patience` for the holder. `interrupt` is called, perhaps several times and from other threads, when
  /// somebody wants the seat; it must not block and stays valid until the seat is gone. Fails with `upload.busy`.
  [[nodiscard]] Result<Seat> take(const std::string& id, std::function<void()> interrupt,
                                  std::chrono::milliseconds patience);

 private:
  struct Entry {
    bool held = false;
    int waiting = 0;
    std::function<void()> interrupt;
    HashSoFar hash;
    std::uint64_t last_used = 0;
  };

  void leave(const std::string& id, bool forget);
  void drop_oldest();

  std::mutex m_mutex;
  std::condition_variable m_left;
  std::map<std::string, Entry> m_entries;
  std::size_t m_most_hashes;
  std::uint64_t m_uses = 0;
};

}  // namespace mizan::workflow
