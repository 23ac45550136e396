// SPDX-License-Identifier: GPL-3.0-or-later
// Bounds a text that others wrote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan::persian {

/// The beginning of the text as valid UTF-8 of at most `most` bytes, cut between characters.
[[nodiscard]] std::string shortened(std::string_view untrusted_utf8, std::size_t most);

}  // namespace mizan::persian
