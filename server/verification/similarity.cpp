// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/similarity.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
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

bool alike(char32_t a, char32_t b) {
  return std::any_of(k_alike.begin(), k_alike.end(), [&](std::u32string_view set) {
    return set.find(a) != std::u32string_view::npos && set.find(b) != std::u32string_view::npos;
  });
}

int replacing(char32_t a, char32_t b) {
  if (a == b) return 0;
  return alike(a, b) ? k_look_alike : k_whole;
}

int dropping(char32_t c) {
  return std::u32string_view(U"ابپتثنیل").find(c) != std::u32string_view::npos ? k_thin : k_whole;
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
