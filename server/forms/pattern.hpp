// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions that definitions bring along, matched with bounded time and stack.
#pragma once

#include <string>

namespace mizan::forms {

/// Whether the pattern can be used: an ECMAScript regular expression without references back, whose counts ({2,19})
/// multiply to no more than a text could need.
[[nodiscard]] bool is_pattern(const std::string& pattern);

/// Whether the pattern, one that can be used, is found in the text. Takes time in proportion to the length of both;
/// whoever calls bounds the text.
[[nodiscard]] bool fits_pattern(const std::string& text, const std::string& pattern);

}  // namespace mizan::forms
