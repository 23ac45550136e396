// SPDX-License-Identifier: GPL-3.0-or-later
// The three digit sets of Persian papers: Persian ۰–۹, Arabic-Indic ٠–٩, Latin 0–9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::persian {

/// The text with all digits Latin; every other character is kept as it is.
[[nodiscard]] std::string latin_digits(std::string_view utf8);

/// The text with all digits Persian, for display; every other character is kept as it is.
[[nodiscard]] std::string persian_digits(std::string_view utf8);

/// Only the digits of the text, Latin.
[[nodiscard]] std::string digits_of(std::string_view utf8);

/// A whole number as people write it: any digit set, grouped by , ٬ ، . ' or spaces, currency and unit words around it
/// allowed. Nothing when there are no digits, when something other than grouping parts them, or beyond 18 digits.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view utf8);

}  // namespace mizan::persian
