// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/date_words.hpp"

#include "verification/matchers/numerals.hpp"

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

// 0 when the word is no number; «چهارم» counts as «چهار».
int number_of(std::u32string_view letters) {
  for (const auto& [word, number] : k_numbers)
    if (letters == word) return number;
  if (letters.size() < 3 || letters.back() != U'م') return 0;
  letters.remove_suffix(1);
  for (const auto& [word, number] : k_numbers)
    if (letters == word) return number;
  return 0;
}

}  // namespace

std::optional<int> day_in_words(const Passage& passage, int first, int& used) {
  const int size = static_cast<int>(passage.pieces.size());
  const auto letters = [&](int at) -> std::u32string_view {
    return at < size ? passage.pieces[static_cast<std::size_t>(at)].letters() : std::u32string_view{};
  };
  int day = number_of(letters(first));
  if (day == 0) return std::nullopt;
  used = 1;
  if (day == 20 || day == 30) {
    const bool joined = letters(first + 1).starts_with(U'و') && letters(first + 1).size() > 1;
    const int at = first + (letters(first + 1) == U"و" ? 2 : 1);
    const auto unit = joined ? number_of(letters(at).substr(1)) : number_of(letters(at));
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
