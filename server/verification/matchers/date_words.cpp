// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/date_words.hpp"

#include "verification/matchers/numerals.hpp"
#include "verification/similarity.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace mizan::verification {
namespace {

constexpr std::array<std::pair<std::u32string_view, int>, 27> k_numbers{{
    {U"اول", 1},     {U"یک", 1},     {U"دو", 2},      {U"سوم", 3},     {U"سه", 3},      {U"چهار", 4},  {U"پنج", 5},
    {U"شش", 6},      {U"شیش", 6},    {U"هفت", 7},     {U"هشت", 8},     {U"نه", 9},      {U"ده", 10},   {U"یازده", 11},
    {U"دوازده", 12}, {U"سیزده", 13}, {U"چهارده", 14}, {U"پانزده", 15}, {U"شانزده", 16}, {U"هفده", 17}, {U"هجده", 18},
    {U"هیجده", 18},  {U"نوزده", 19}, {U"بیست", 20},   {U"سی", 30},     {U"سیام", 30},   {U"غره", 1},
}};

// The number that a word misread in its dots can only be: «ییست». 0 where it is none, or where two are as near.
int number_like(std::u32string_view letters) {
  constexpr std::size_t k_least = 3;
  constexpr int k_dots = 4;  // tenths of an edit
  int best = 0;
  if (letters.size() < k_least) return 0;
  for (const auto& [word, number] : k_numbers) {
    if (word.size() < k_least || look_alike_tenths(letters, word) > k_dots) continue;
    if (best != 0 && best != number) return 0;
    best = number;
  }
  return best;
}

int number_as_printed(std::u32string_view letters) {
  for (const auto& [word, number] : k_numbers)
    if (letters == word) return number;
  return 0;
}

// 0 when the word is no number; «چهارم» counts as «چهار».
int number_of(std::u32string_view letters, bool exact) {
  if (const int printed = number_as_printed(letters); printed != 0) return printed;
  if (letters.size() >= 3 && letters.back() == U'م') {
    auto cardinal = letters;
    cardinal.remove_suffix(1);
    if (const int printed = number_as_printed(cardinal); printed != 0) return printed;
    if (const int like = exact ? 0 : number_like(cardinal); like != 0) return like;
  }
  return exact ? 0 : number_like(letters);
}

}  // namespace

std::optional<int> day_in_words(const Passage& passage, int first, int& used) {
  const int size = static_cast<int>(passage.pieces.size());
  const auto letters = [&](int at) -> std::u32string_view {
    return at < size ? passage.pieces[static_cast<std::size_t>(at)].letters() : std::u32string_view{};
  };
  int day = number_of(letters(first), passage.exact);
  if (day == 0) return std::nullopt;
  used = 1;
  if (day == 20 || day == 30) {
    const bool joined = letters(first + 1).starts_with(U'و') && letters(first + 1).size() > 1;
    const int at = first + (letters(first + 1) == U"و" ? 2 : 1);
    const auto unit = joined ? number_of(letters(at).substr(1), passage.exact) : number_of(letters(at), passage.exact);
    if ((joined || at == first + 2) && unit > 0 && unit < 10) {
      day += unit;
      used = at - first + 1;
    } else if (letters(first + 1) == U"ام") {
      used = 2;
    }
  }
  return day <= 31 ? std::optional(day) : std::nullopt;
}

std::optional<int> year_in_words(const Passage& passage, int first, int& used) {
  const auto number = number_in_words(passage, first, used);
  const bool year = number && ((*number >= 1250 && *number <= 1500) || (*number > 0 && *number < 100));
  return year ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

}  // namespace mizan::verification
