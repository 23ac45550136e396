// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/numerals.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace mizan::verification {
namespace {

constexpr int k_most_joined = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_mark(char c) {
  return c == '/' || c == '-' || c == ',' || c == '.' || c == '\'' || c == '_' || c == '\\' || c == '|' || c == '*';
}

Numeral joined_numeral(const std::vector<Numeral>& parts) {
  Numeral out;
  for (const Numeral& part : parts) {
    if (!out.groups.empty()) out.marks.push_back(' ');
    out.groups.insert(out.groups.end(), part.groups.begin(), part.groups.end());
    out.marks += part.marks;
  }
  return out;
}

std::size_t distance(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

std::int64_t value_of(const std::string& digits) {
  constexpr std::size_t k_most = 15;
  if (digits.empty() || digits.size() > k_most) return -1;
  return std::strtoll(digits.c_str(), nullptr, 10);
}

}  // namespace

std::string Numeral::digits() const {
  std::string out;
  for (const auto& group : groups) out += group;
  return out;
}

std::string Numeral::digits_backwards() const {
  std::string out;
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) out += *group;
  return out;
}

std::optional<Numeral> numeral_of(std::string_view normal) {
  Numeral out;
  bool in_group = false;
  for (const char c : normal) {
    if (is_digit(c)) {
      if (!in_group) out.groups.emplace_back();
      out.groups.back().push_back(c);
      in_group = true;
    } else if (is_mark(c)) {
      if (in_group) out.marks.push_back(c);
      in_group = false;
    } else {
      return std::nullopt;
    }
  }
  if (out.groups.empty()) return std::nullopt;
  out.marks.resize(out.groups.size() - 1, ' ');
  return out;
}

std::vector<NumeralRun> first_number(const Passage& passage, std::size_t expected_digits, int skip) {
  std::vector<NumeralRun> out;
  const auto& pieces = passage.pieces;
  const int size = static_cast<int>(pieces.size());
  int first = 0;
  std::optional<Numeral> numeral;
  for (int seen = 0, words = 0; first < size; ++first) {
    numeral = numeral_of(pieces[static_cast<std::size_t>(first)].normal());
    if (numeral) words = 0;
    if (numeral && seen++ == skip) break;
    if (!numeral && ++words > k_reach) return out;
  }
  if (first == size) return out;

  struct Part {
    Numeral numeral;
    int left;
  };
  std::vector<Part> parts;
  const auto left_of = [&](int i) { return pieces[static_cast<std::size_t>(i)].box->x0; };
  for (int last = first; last < size && last < first + k_most_joined; ++last) {
    const Piece& piece = pieces[static_cast<std::size_t>(last)];
    auto next = numeral_of(piece.normal());
    if (!next) break;
    if (last > first) {
      const Piece& before = pieces[static_cast<std::size_t>(last - 1)];
      if (piece.line != before.line || before.comma || before.stop) break;
      if (gap_between(*piece.box, *before.box) > 2 * passage.line_height) break;
    }
    parts.push_back({std::move(*next), left_of(last)});
    std::vector<Numeral> in_order, by_place;
    for (const Part& part : parts) in_order.push_back(part.numeral);
    auto placed = parts;
    std::stable_sort(placed.begin(), placed.end(), [](const Part& a, const Part& b) { return a.left < b.left; });
    for (const Part& part : placed) by_place.push_back(part.numeral);
    out.push_back({joined_numeral(by_place), first, last});
    // Boxed digits always run from the left; longer groups may also follow one another from the right.
    if (parts.size() > 1 &&
        std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.numeral.digits().size() > 1; }))
      out.push_back({joined_numeral(in_order), first, last});
  }
  std::stable_sort(out.begin(), out.end(), [&](const NumeralRun& a, const NumeralRun& b) {
    return distance(a.numeral.digits().size(), expected_digits) < distance(b.numeral.digits().size(), expected_digits);
  });
  return out;
}

std::optional<Comparison> best_of(const Passage& passage, const std::vector<NumeralRun>& runs,
                                  const DeclaredNumber& declared) {
  const auto rank = [](Grade grade) { return grade == Grade::agrees ? 2 : grade == Grade::doubtful ? 1 : 0; };
  std::optional<Comparison> best;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const bool seen = std::any_of(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& run) {
      return run.first == runs[i].first && run.last == runs[i].last;
    });
    if (seen) continue;
    auto said = testified(passage, runs[i].first, runs[i].last, declared);
    if (said && (!best || rank(said->grade) > rank(best->grade))) best = std::move(said);
  }
  return best;
}

std::vector<std::int64_t> thousandths_of(const Numeral& numeral) {
  constexpr std::int64_t k_thousand = 1000;
  std::vector<std::int64_t> out;
  const auto add = [&](std::int64_t whole, std::int64_t rest) {
    if (whole >= 0 && whole < INT64_MAX / k_thousand && rest >= 0) out.push_back(whole * k_thousand + rest);
  };
  const auto& groups = numeral.groups;
  const bool grouped = groups.size() > 1 &&
                       std::all_of(groups.begin() + 1, groups.end(), [](const auto& g) { return g.size() == 3; }) &&
                       groups.front().size() <= 3;
  const std::string last = groups.size() > 1 ? groups.back() : std::string{};
  const bool decimal =
      groups.size() == 2 && last.size() <= 3 && numeral.marks.front() != ' ' && numeral.marks.front() != '-';
  const auto rest = [&] { return value_of((last + "000").substr(0, 3)); };
  // «12.500» may be twelve and a half, or twelve thousand five hundred in another's hand: a comma always groups.
  if (decimal && !grouped) add(value_of(groups.front()), rest());
  if (grouped || groups.size() == 1) add(value_of(numeral.digits()), 0);
  if (decimal && grouped && numeral.marks.front() != ',') add(value_of(groups.front()), rest());
  // Grouped whole part with decimals: «1,234.50».
  if (groups.size() > 2 && numeral.marks.back() == '.' && last.size() <= 3) {
    std::string whole;
    for (std::size_t i = 0; i + 1 < groups.size(); ++i) whole += groups[i];
    add(value_of(whole), rest());
  }
  if (out.empty()) add(value_of(numeral.digits()), 0);
  return out;
}

std::optional<std::int64_t> number_in_words(const Passage& passage, int first, int& used) {
  static const std::array<std::pair<std::string_view, std::int64_t>, 44> k_words{{
      {"صفر", 0},
      {"یک", 1},
      {"دو", 2},
      {"سه", 3},
      {"چهار", 4},
      {"پنج", 5},
      {"شش", 6},
      {"هفت", 7},
      {"هشت", 8},
      {"نه", 9},
      {"ده", 10},
      {"یازده", 11},
      {"دوازده", 12},
      {"سیزده", 13},
      {"چهارده", 14},
      {"پانزده", 15},
      {"شانزده", 16},
      {"هفده", 17},
      {"هجده", 18},
      {"هیجده", 18},
      {"نوزده", 19},
      {"بیست", 20},
      {"سی", 30},
      {"چهل", 40},
      {"پنجاه", 50},
      {"شصت", 60},
      {"هفتاد", 70},
      {"هشتاد", 80},
      {"نود", 90},
      {"صد", 100},
      {"یکصد", 100},
      {"دویست", 200},
      {"سیصد", 300},
      {"چهارصد", 400},
      {"پانصد", 500},
      {"ششصد", 600},
      {"هفتصد", 700},
      {"هشتصد", 800},
      {"نهصد", 900},
      {"شیشصد", 600},
      {"هزار", 1000},
      {"میلیون", 1000000},
      {"میلیارد", 1000000000},
      {"ملیون", 1000000},
  }};
  std::int64_t total = 0, group = 0;
  used = 0;
  bool any = false;
  for (std::size_t i = static_cast<std::size_t>(first); i < passage.pieces.size(); ++i) {
    const std::string word = persian::encode(passage.pieces[i].letters());
    if (word == "و" && any) {
      ++used;
      continue;
    }
    const auto known =
        std::find_if(k_words.begin(), k_words.end(), [&](const auto& w) { return persian::skeleton(w.first) == word; });
    if (known == k_words.end()) break;
    any = true;
    ++used;
    if (known->second >= 1000) {
      total += std::max<std::int64_t>(group, 1) * known->second;
      group = 0;
    } else {
      group += known->second;
    }
  }
  if (!any) return std::nullopt;
  return total + group;
}

}  // namespace mizan::verification
