// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/similarity.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mizan::verification {
namespace {

constexpr std::size_t k_usual = 64;  // longer texts than this need memory of their own
constexpr int k_whole = 10;
constexpr int k_look_alike = 4;
constexpr int k_thin = 7;  // a stroke that vanishes or appears: ا ی ن ب in the middle of a word

constexpr std::array<std::u32string_view, 11> k_alike{U"بپتثنی", U"جچحخ", U"دذ",  U"رزژو", U"سشص", U"صض",
                                                      U"طظ",     U"عغ",   U"فقو", U"کگل",  U"هةم"};

constexpr std::u32string_view k_thin_letters = U"ابپتثنیل";

/// What is known of the letters of the Arabic block, looked up once per pair of letters.
struct Letter {
  std::uint16_t sets = 0;  ///< of k_alike that it is in, one bit each
  bool thin = false;
};
constexpr char32_t k_first_letter = 0x600;

constexpr auto k_letters = [] {
  std::array<Letter, 256> out{};
  for (std::size_t set = 0; set < k_alike.size(); ++set)
    for (const char32_t letter : k_alike[set])
      out[letter - k_first_letter].sets |= static_cast<std::uint16_t>(1U << set);
  for (const char32_t letter : k_thin_letters) out[letter - k_first_letter].thin = true;
  return out;
}();

constexpr Letter letter(char32_t c) {
  return c >= k_first_letter && c < k_first_letter + k_letters.size() ? k_letters[c - k_first_letter] : Letter{};
}

int replacing(char32_t a, char32_t b) {
  if (a == b) return 0;
  return (letter(a).sets & letter(b).sets) != 0 ? k_look_alike : k_whole;
}

int dropping(char32_t c) {
  return letter(c).thin ? k_thin : k_whole;
}

}  // namespace

std::u32string with_ligatures_folded(std::u32string letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i)
    if (letters[i] == U'ل' && letters[i + 1] == U'ا') {
      letters[i] = U'ا';
      letters[i + 1] = U'ل';
      ++i;
    }
  return letters;
}

std::u32string with_allah_folded(std::u32string letters, bool exact) {
  constexpr std::u32string_view k_shapes = U"لتثنبپی";
  std::size_t at = 0;
  while ((at = letters.find(U"ال", at)) != std::u32string::npos) {
    if (at + 3 < letters.size() && letters[at + 3] == U'ه' &&
        k_shapes.substr(0, exact ? 1 : k_shapes.size()).find(letters[at + 2]) != std::u32string_view::npos)
      letters.erase(at + 2, 1);
    at += 2;
  }
  return letters;
}

std::u32string comparison_letters(std::string_view utf8) {
  return with_ligatures_folded(persian::decode(persian::skeleton(utf8)));
}

int edits(std::u32string_view left, std::u32string_view right, int limit) {
  const auto apart = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (apart > static_cast<std::size_t>(limit)) return limit + 1;
  std::array<int, k_usual> small{};
  std::vector<int> large(right.size() < k_usual ? 0 : right.size() + 1);
  const std::span<int> row =
      right.size() < k_usual ? std::span<int>(small.data(), right.size() + 1) : std::span<int>(large);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

int look_alike_tenths(std::u32string_view left, std::u32string_view right) {
  std::array<int, k_usual> small{};
  std::vector<int> large(right.size() < k_usual ? 0 : right.size() + 1);
  const std::span<int> row =
      right.size() < k_usual ? std::span<int>(small.data(), right.size() + 1) : std::span<int>(large);
  for (std::size_t j = 1; j < row.size(); ++j) row[j] = row[j - 1] + dropping(right[j - 1]);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    int diagonal = row[0];
    row[0] += dropping(left[i - 1]);
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const int replaced = diagonal + replacing(left[i - 1], right[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + dropping(left[i - 1]), row[j - 1] + dropping(right[j - 1])});
    }
  }
  return row.back();
}

bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole)
    if (at < part.size() && part[at] == c) ++at;
  return at == part.size();
}

}  // namespace mizan::verification
