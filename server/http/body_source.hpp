// SPDX-License-Identifier: GPL-3.0-or-later
// The body of one request, read piece by piece as it arrives.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace mizan::http {

/// Untrusted bytes. Used by one thread.
class BodySource {
 public:
  virtual ~BodySource() = default;
  /// As announced by Content-Length.
  [[nodiscard]] virtual std::uint64_t length() const = 0;
  /// Fills at least a part of `into`, as much as has come; 0 is the end. Fails with `request.timeout` when the time of
  /// the request is over, `request.malformed` when the connection ends first.
  [[nodiscard]] virtual Result<std::size_t> read(std::span<std::byte> into) = 0;
  /// From any thread: the time of the request is over now, also for a `read` that waits. Sources that never wait need
  /// not do anything.
  virtual void interrupt() {}
};

}  // namespace mizan::http
