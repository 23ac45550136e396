// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the cells and rows of a table, whether the reader found them or they are told from aligned lines.
#pragma once

#include "verification/zones.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace mizan::verification {

inline constexpr std::size_t k_row_digits = 3;  // of a row's number
inline constexpr int k_most_heads = 2;  // in a cell: «نام و نام خانوادگی» may be found as two; more stand in a frame

[[nodiscard]] bool contains(const std::vector<int>& tokens, int token);

/// The number that a cell's tokens are: one token of so many digits at most.
[[nodiscard]] std::optional<int> number_in(const PageView& page, const std::vector<int>& tokens,
                                           std::size_t most_digits);

/// The row that these tokens are says a sum: «جمع», «جمع کل», «مجموع صفحه» and then numbers.
[[nodiscard]] bool says_sum(const PageView& page, const std::vector<int>& tokens);

/// The place of a value in a row. `edits` are those of the column's head.
[[nodiscard]] Zone row_zone(std::vector<int> tokens, int edits);

}  // namespace mizan::verification
