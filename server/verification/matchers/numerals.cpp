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

constexpr std::array<std::pair<std::u32string_view, std::int64_t>, 44> k_number_words{{
    {U"صفر", 0},
    {U"یک", 1},
    {U"دو", 2},
    {U"سه", 3},
    {U"چهار", 4},
    {U"پنج", 5},
    {U"شش", 6},
    {U"هفت", 7},
    {U"هشت", 8},
    {U"نه", 9},
    {U"ده", 10},
    {U"یازده", 11},
    {U"دوازده", 12},
    {U"سیزده", 13},
    {U"چهارده", 14},
    {U"پانزده", 15},
    {U"شانزده", 16},
    {U"هفده", 17},
    {U"هجده", 18},
    {U"هیجده", 18},
    {U"نوزده", 19},
    {U"بیست", 20},
    {U"سی", 30},
    {U"چهل", 40},
    {U"پنجاه", 50},
    {U"شصت", 60},
    {U"هفتاد", 70},
    {U"هشتاد", 80},
    {U"نود", 90},
    {U"صد", 100},
    {U"یکصد", 100},
    {U"دویست", 200},
    {U"سیصد", 300},
    {U"چهارصد", 400},
    {U"پانصد", 500},
    {U"ششصد", 600},
    {U"هفتصد", 700},
    {U"هشتصد", 800},
    {U"نهصد", 900},
    {U"شیشصد", 600},
    {U"هزار", 1000},
    {U"میلیون", 1000000},
    {U"میلیارد", 1000000000},
    {U"ملیون", 1000000},
}};

// Letters of a word that may still be split: without an end, a made-up word would take for ever.
constexpr std::size_t k_longest_split = 40;

// «هزار», «ونه», «هزاروسیصد»: what the word's numbers are, when it is made of nothing but them and «و». A recogniser
// sees no gap in front of a «و» of a narrow typeface.
bool split_numbers(std::u32string_view letters, std::vector<std::int64_t>& out) {
  if (letters.empty()) return true;
  for (auto length = letters.size(); length > 1; --length) {  // the longest first: «سیصد» is no «سی» and «صد»
    const auto known = std::find_if(k_number_words.begin(), k_number_words.end(),
                                    [&](const auto& w) { return w.first == letters.substr(0, length); });
    if (known == k_number_words.end()) continue;
    out.push_back(known->second);
    if (split_numbers(letters.substr(length), out)) return true;
    out.pop_back();
  }
  return letters.front() == U'و' && split_numbers(letters.substr(1), out);
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
  std::int64_t total = 0, group = 0;
  used = 0;
  bool any = false;
  for (std::size_t i = static_cast<std::size_t>(first); i < passage.pieces.size(); ++i) {
    const auto& letters = passage.pieces[i].letters();
    std::vector<std::int64_t> numbers;
    if (letters.size() > k_longest_split || !split_numbers(letters, numbers) ||
        (!any && (numbers.empty() || letters.front() == U'و')))
      break;
    any = true;
    ++used;
    for (const auto number : numbers)
      if (number >= 1000) {
        total += std::max<std::int64_t>(group, 1) * number;
        group = 0;
      } else {
        group += number;
      }
  }
  if (!any) return std::nullopt;
  return total + group;
}

}  // namespace mizan::verification
