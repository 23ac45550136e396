// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/row_cells.hpp"

#include "verification/matchers/numerals.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::verification {

bool contains(const std::vector<int>& tokens, int token) {
  return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

std::optional<int> number_in(const PageView& page, const std::vector<int>& tokens, std::size_t most_digits) {
  if (tokens.size() != 1) return std::nullopt;
  const auto numeral = numeral_of(page.token(tokens.front()).first().normal);
  if (!numeral || numeral->digits().size() > most_digits) return std::nullopt;
  return std::stoi(numeral->digits());
}

bool says_sum(const PageView& page, const std::vector<int>& tokens) {
  constexpr std::array<std::u32string_view, 4> k_sum{U"جمع", U"مجموع", U"جمعکل", U"جمعکلصفحه"};
  constexpr int k_dots = 4;  // tenths of an edit: letters that differ in their dots
  if (tokens.empty()) return false;
  const auto& first = page.token(tokens.front()).first().letters;
  const bool said = std::any_of(k_sum.begin(), k_sum.end(), [&](auto word) {
    return word == first || (!page.exact() && word.size() == first.size() && look_alike_tenths(word, first) <= k_dots);
  });
  return said && std::any_of(tokens.begin(), tokens.end(),
                             [&](int at) { return numeral_of(page.token(at).first().normal).has_value(); });
}

Zone row_zone(std::vector<int> tokens, int edits) {
  Zone zone;
  zone.standing = Standing::row;
  zone.closed = true;
  zone.edits = edits;
  zone.tokens = std::move(tokens);
  return zone;
}

}  // namespace mizan::verification
