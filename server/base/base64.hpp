// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in texts (RFC 4648, section 4, without padding).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

[[nodiscard]] std::string base64(std::string_view bytes);

/// Nothing when the text is no base64, or longer than `most` bytes.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view untrusted_text, std::size_t most);

}  // namespace mizan
