// SPDX-License-Identifier: GPL-3.0-or-later
// The file part of a multipart request, passed on as it arrives.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace mizan::http {

/// Everything in it is untrusted. Used by one thread, once.
class Upload {
 public:
  virtual ~Upload() = default;
  /// As the browser named it: no folders, no control characters, at most 255 bytes of valid UTF-8.
  [[nodiscard]] virtual const std::string& file_name() const = 0;
  /// Hands every piece of the file to `sink`, in order, with bounded memory. Fails with `evidence.too_large` beyond the
  /// limit of the route, `request.malformed` for a broken body, or what the sink fails with.
  [[nodiscard]] virtual Outcome stream(const std::function<Outcome(std::span<const std::byte>)>& sink) = 0;
};

}  // namespace mizan::http
