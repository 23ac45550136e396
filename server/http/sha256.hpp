// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes and comparisons that the endpoint takes from libsodium.
#pragma once

#include <string>
#include <string_view>

namespace mizan::http {

/// Lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// In a time that does not depend on where they differ. Empty texts are never the same.
[[nodiscard]] bool same_secret(std::string_view left, std::string_view right);

}  // namespace mizan::http
