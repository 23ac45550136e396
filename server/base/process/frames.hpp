// SPDX-License-Identifier: GPL-3.0-or-later
// Frames over a connected socket: how a worker talks with the processes that read uploads and run plugins.
#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::process {

using Deadline = std::chrono::steady_clock::time_point;

/// For the side that waits for its next task.
inline constexpr Deadline k_no_deadline = Deadline::max();

/// A file descriptor that closes itself. Movable, empty when -1.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) noexcept : m_number(number) {}
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int number() const noexcept { return m_number; }
  [[nodiscard]] bool empty() const noexcept { return m_number < 0; }

 private:
  int m_number = -1;
};

struct Frame {
  std::string payload;
  Descriptor descriptor;  ///< the file that travelled with the frame, or empty
};

/// Why a frame did not pass. After any of them the conversation is over: the two sides no longer agree where a frame
/// starts.
enum class Broken { closed, timeout, too_large };

/// One end of a conversation over a connected stream socket (AF_UNIX). On the wire a frame is its length in four bytes,
/// the highest first, then the payload; one descriptor may travel with it. Not thread-safe. Owns the descriptor. Never
/// raises SIGPIPE.
class FrameChannel {
 public:
  explicit FrameChannel(Descriptor socket) noexcept : m_socket(std::move(socket)) {}

  /// `descriptor` stays the caller's; -1 for none.
  [[nodiscard]] tl::expected<void, Broken> send(std::string_view payload, Deadline deadline, int descriptor = -1);

  /// The next frame. One that announces more than `limit` bytes is `too_large`; memory grows with what really arrives.
  [[nodiscard]] tl::expected<Frame, Broken> receive(std::size_t limit, Deadline deadline);

 private:
  Descriptor m_socket;
};

}  // namespace mizan::process
