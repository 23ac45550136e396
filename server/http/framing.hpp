// SPDX-License-Identifier: GPL-3.0-or-later
// Which requests are refused before anything of them is used, because two readers could understand them differently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mizan::http {

/// A request line and its headers as they came, in order, repeated ones included.
struct RawRequest {
  std::string method;
  std::string target;
  std::string version;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct Framing {
  std::uint64_t body_length = 0;
  std::string refusal;  ///< why the request is refused and the connection closed; empty when it is fine
};

/// Refused: a Transfer-Encoding of any kind (browsers send lengths; a proxy must buffer or pass the length on), more
/// than one Content-Length or one that is no plain number, a header name that is no token, control characters in a
/// value, other targets than a path, other versions than 1.0 and 1.1, and not exactly one Host in 1.1.
[[nodiscard]] Framing check_framing(const RawRequest& request);

}  // namespace mizan::http
