// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoding of paths and queries.
#pragma once

#include "http/call.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::http {

/// The bytes behind %XX. Nothing when a % is not followed by two hexadecimal digits, when a NUL would come out
/// (databases cut texts there), or when the result is no valid UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

/// `name=value&…`; + is a blank; the last of equal names wins. Nothing when a part cannot be decoded.
[[nodiscard]] std::optional<Parameters> query_parameters(std::string_view query);

}  // namespace mizan::http
