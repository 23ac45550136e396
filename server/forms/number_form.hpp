// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as an office types them, after digits have become Latin and blanks are gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mizan::forms {

/// A whole number, plain or in groups of three parted by , ٬ ، ' ’ / or a point; at most 15 digits, so that every one
/// is exact in a double (and in the browser).
[[nodiscard]] std::optional<double> integer_of(std::string_view text);

/// A number, plain or in groups (no / and no point as grouping), with up to three decimals after . ٫ or /.
[[nodiscard]] std::optional<double> decimal_of(std::string_view text);

/// The number as people write it: no exponent, at most three decimals, no trailing zeros ("85", "84.7").
[[nodiscard]] std::string number_text(double value);

}  // namespace mizan::forms
