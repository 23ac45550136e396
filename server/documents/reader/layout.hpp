// SPDX-License-Identifier: GPL-3.0-or-later
// Words on a straight page gathered into visual lines, in reading order.
#pragma once

#include "model/reading.hpp"

#include <string_view>
#include <vector>

namespace mizan::documents {

/// Lines from top to bottom. Within a line words run right to left; runs of Latin words run left to right inside it,
/// and a line without right-to-left letters but with Latin ones runs left to right as a whole.
[[nodiscard]] std::vector<Line> lines_of(const std::vector<Word>& words);

/// Which way the letters of a text run; digits and signs have none.
enum class Direction { none, right_to_left, left_to_right };
[[nodiscard]] Direction direction_of(std::string_view utf8);

/// True when the text holds a digit of any of the three sets.
[[nodiscard]] bool has_digit(std::string_view utf8);

/// True when the text holds more than signs: a letter of either direction or a digit.
[[nodiscard]] bool has_letter_or_digit(std::string_view utf8);

}  // namespace mizan::documents
