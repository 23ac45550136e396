// SPDX-License-Identifier: GPL-3.0-or-later
// Jalali dates in every order and form that papers print them in.
#include "base/persian/jalali.hpp"
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/labels.hpp"
#include "verification/matchers/date_words.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

using persian::JalaliDate;

// A day or a year beside the name of a month.
struct Part {
  int value = 0;
  int piece = -1;  // in figures; -1: in words
};

struct Reading {
  std::vector<JalaliDate> dates;  // all ways to read it, the likeliest first
  int first = 0, last = 0;
  std::string digits;
  bool plain = false;  // year first or year last with four digits: no guess
  int month = 0;       // where its name is printed
  Part day, year;      // beside it
};

// Papers speak of people who are alive, and of licences and leases that run for some years: on a scan a year beyond
// these is a digit misread.
bool plausible(const JalaliDate& date) {
  constexpr int k_first_year = 1310, k_last_year = 1430;
  return date.year >= k_first_year && date.year <= k_last_year;
}

int number(const std::string& digits) {
  return digits.size() > 4 ? -1 : std::atoi(digits.c_str());
}

int full_year(int year) {
  return year >= 100 ? year : year < 30 ? 1400 + year : 1300 + year;
}

void add(std::vector<JalaliDate>& dates, int year, int month, int day) {
  const JalaliDate date{year, month, day};
  if (year >= 1250 && year <= 1500 && persian::is_valid(date) &&
      std::find(dates.begin(), dates.end(), date) == dates.end())
    dates.push_back(date);
}

// Three groups in the order they stand; bidi may have turned the order round.
void read_groups(const std::vector<std::string>& groups, Reading& out) {
  const std::array<int, 3> n{number(groups[0]), number(groups[1]), number(groups[2])};
  if (groups[0].size() == 4 && groups[1].size() <= 2 && groups[2].size() <= 2) {
    add(out.dates, n[0], n[1], n[2]);
    out.plain = true;
  } else if (groups[2].size() == 4 && groups[0].size() <= 2 && groups[1].size() <= 2) {
    add(out.dates, n[2], n[1], n[0]);
    out.plain = true;
  } else if (groups[0].size() <= 2 && groups[1].size() <= 2 && groups[2].size() <= 2) {
    add(out.dates, full_year(n[0]), n[1], n[2]);
    add(out.dates, full_year(n[2]), n[1], n[0]);
  }
}

void read_eight(const std::string& digits, Reading& out) {
  if (digits.size() == 8) {
    add(out.dates, std::atoi(digits.substr(0, 4).c_str()), std::atoi(digits.substr(4, 2).c_str()),
        std::atoi(digits.substr(6).c_str()));
    add(out.dates, std::atoi(digits.substr(4).c_str()), std::atoi(digits.substr(2, 2).c_str()),
        std::atoi(digits.substr(0, 2).c_str()));
  }
}

// To a recogniser a speck is a zero, and so is the dot of «۱۴۰۵.۱۲.۱۱»: what the groups of digits would be without such
// zeros; nothing where there is none of them.
std::optional<std::vector<std::string>> without_specks(std::vector<std::string> groups) {
  constexpr std::size_t k_joined = 10, k_first_dot = 4, k_second_dot = 7;
  if (groups.size() == 1 && groups[0].size() == k_joined && groups[0][k_first_dot] == '0' &&
      groups[0][k_second_dot] == '0')
    return std::vector{groups[0].substr(0, 4), groups[0].substr(5, 2), groups[0].substr(8)};
  if (groups.size() != 3) return std::nullopt;
  bool any = false;
  for (auto& group : groups)
    if ((group.size() == 3 || group.size() == 5) && group.front() == '0') {
      group.erase(0, 1);
      any = true;
    }
  return any ? std::optional(std::move(groups)) : std::nullopt;
}

// The month that a misread word can only be: «اردیهشت», «تر». 0 where it is none, or where two are as near.
int month_like(std::u32string_view letters) {
  constexpr std::size_t k_short = 4;
  constexpr int k_edit = 10, k_apart = 8;  // tenths
  constexpr std::u32string_view k_suffix = U"ماه";
  if (letters.size() > k_suffix.size() + 1 && letters.ends_with(k_suffix)) letters.remove_suffix(k_suffix.size());
  if (letters.size() < 2 || is_unit(letters)) return 0;
  int best = 0, least = 0, second = 0;
  for (int month = 1; month <= 12; ++month) {
    const auto name = persian::decode(persian::skeleton(persian::month_name(month)));
    const int far = look_alike_tenths(letters, name);
    if (best == 0 || far < least) {
      second = best == 0 ? far + 2 * k_edit : least;
      least = far;
      best = name.size() > 2 && far <= (name.size() > k_short ? 2 : 1) * k_edit ? month : -1;
    } else {
      second = std::min(second, far);
    }
  }
  return best > 0 && second - least >= k_apart ? best : 0;
}

struct MonthName {
  int month = 0;  // 0: none
  int pieces = 1;
  bool plain = true;
};

// The name of a month at a piece; in a text layer that parts words, at two («شهر یور»).
MonthName month_at(const Passage& passage, int at) {
  const int size = static_cast<int>(passage.pieces.size());
  if (at >= size) return {};
  const auto& piece = passage.pieces[static_cast<std::size_t>(at)];
  if (const int month = persian::month_of(piece.normal()); month != 0) return {month};
  if (!passage.exact) return {month_like(piece.letters()), 1, false};
  if (at + 1 >= size) return {};
  return {persian::month_of(piece.normal() + passage.pieces[static_cast<std::size_t>(at) + 1].normal()), 2};
}

// «۸ تیر ۱۴۰۰», «۸ تیرماه ۱۴۰۰», «۸ تیر ماه سال ۱۴۰۰», «هشتم تیر ماه یک هزار و چهارصد»: `head`, the day or a full year,
// takes `used` pieces from `at`.
std::optional<Reading> with_month_name(const Passage& passage, int at, int head, bool year_first, int used) {
  const int size = static_cast<int>(passage.pieces.size());
  const auto normal = [&](int i) -> const std::string& { return passage.pieces[static_cast<std::size_t>(i)].normal(); };
  const auto [month, month_pieces, plain] = month_at(passage, at + used);
  if (month == 0) return std::nullopt;
  Reading out;
  out.first = at;
  out.plain = plain;
  out.month = month;
  const Part leading{head, numeral_of(normal(at)) ? at : -1};
  const auto complete = [&](const Part& following, bool day_follows) {
    out.day = day_follows ? following : leading;
    out.year = day_follows ? leading : Part{full_year(following.value), following.piece};
    add(out.dates, out.year.value, out.month, out.day.value);
    return out;
  };
  const int behind = at + used + month_pieces;
  for (int i = behind; i < std::min(size, behind + 3); ++i) {
    int words = 0;
    if (const auto tail = numeral_of(normal(i))) {
      out.digits = tail->digits();
      out.last = i;
      const bool day_follows = year_first && out.digits.size() <= 2;
      if (!day_follows && out.digits.size() == 1) return std::nullopt;  // «۱۷ شهریور، پلاک ۱»
      return complete({number(out.digits), i}, day_follows);
    }
    if (const auto year = year_in_words(passage, i, words)) {
      out.last = i + words - 1;
      out.plain = passage.exact;  // of a year in words a recogniser may have lost the last one
      return complete({*year, -1}, false);
    }
  }
  return std::nullopt;
}

// The date that begins at piece `at`; nothing when none does.
std::optional<Reading> date_at(const Passage& passage, int at) {
  const auto& pieces = passage.pieces;
  const auto piece = [&](int i) -> const Piece& { return pieces[static_cast<std::size_t>(i)]; };
  const int size = static_cast<int>(pieces.size());
  const auto head = numeral_of(piece(at).normal());
  int words = 0;
  if (!head) {
    // A lone «ا» before a month is a one.
    if (!passage.exact && piece(at).letters() == U"ا")
      if (auto first_day = with_month_name(passage, at, 1, false, 1)) {
        first_day->plain = false;
        return first_day;
      }
    const auto day = day_in_words(passage, at, words);
    auto date = day ? with_month_name(passage, at, *day, false, words) : std::nullopt;
    // «… و هفتم مهر»: what the tens were was not read.
    if (date && !passage.exact && at > 0 && piece(at - 1).letters() == U"و") date->plain = false;
    return date;
  }
  Reading out;
  out.first = out.last = at;
  out.digits = head->digits();
  if (const auto groups = passage.exact ? std::nullopt : without_specks(head->groups)) {
    read_groups(*groups, out);
    out.plain = false;
    return out;
  }
  if (head->groups.size() == 3) {
    read_groups(head->groups, out);
    return out;
  }
  if (head->groups.size() == 1 && out.digits.size() == 8) {
    read_eight(out.digits, out);
    return out;
  }
  if (head->groups.size() == 1)
    if (auto named = with_month_name(passage, at, number(out.digits), out.digits.size() == 4, 1)) return named;
  // Split into words: read as they stand, from the right or from the left.
  std::vector<std::string> groups = head->groups;
  for (int i = at + 1; i < std::min(size, at + 5) && groups.size() < 3; ++i) {
    const auto next = numeral_of(piece(i).normal());
    if (!next || piece(i).line != piece(at).line ||
        gap_between(*piece(i).box, *piece(i - 1).box) > 2 * passage.line_height)
      break;
    // Within a piece the groups run from the left, the pieces from the right.
    groups.insert(groups.end(), next->groups.begin(), next->groups.end());
    out.last = i;
    out.digits += next->digits();
  }
  if (groups.size() == 3) {
    const auto& near = *piece(at).box;
    const auto& far = *piece(out.last).box;
    if (far.x0 < near.x0 && groups[0].size() != 4 && groups[2].size() != 4) std::reverse(groups.begin(), groups.end());
    read_groups(groups, out);
  }
  return out;
}

class DateMatcher : public Matcher {
 public:
  explicit DateMatcher(const Claim& claim) : m_date(persian::parse_date(claim.declared)) {
    if (!m_date) return;
    m_digits = persian::to_text(*m_date);
    std::erase(m_digits, '/');
  }

  [[nodiscard]] bool usable() const override { return m_date.has_value(); }
  [[nodiscard]] bool telling() const override { return true; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    Comparison best;
    int words = 0, numbers = 0;
    for (int at = 0; at < static_cast<int>(passage.pieces.size()) && words <= k_reach && numbers < 3; ++at) {
      const auto reading = date_at(passage, at);
      if (!reading) {
        ++words;
        continue;
      }
      ++numbers;
      if (const auto said = asked(passage, *reading)) {
        if (said->grade == Grade::agrees) return *said;
        if (said->grade > best.grade) best = *said;
        if (best.grade == Grade::differs) break;
        at = reading->last;
        continue;
      }
      if (agrees(*reading)) return graded(Grade::agrees, passage, reading->first, reading->last);
      if (const auto said = figures_asked(passage, *reading)) return *said;
      const auto next = judged(passage, *reading);
      if (next.grade > best.grade) best = next;
      if (best.grade == Grade::differs) break;
      at = reading->last;
    }
    return best;
  }

 private:
  // Dates printed in figures; with the month in words the words decide.
  [[nodiscard]] std::optional<Comparison> asked(const Passage& passage, const Reading& reading) const {
    const auto two = [](int n) { return std::to_string(n + 100).substr(1); };
    const std::string year = std::to_string(m_date->year), month = std::to_string(m_date->month),
                      day = std::to_string(m_date->day);
    DeclaredNumber declared{{}, Separators::alike, {}};
    for (const auto& y : {year, year.substr(2)})
      for (const auto& m : {month, two(m_date->month)})
        for (const auto& d : {day, two(m_date->day)}) {
          declared.forms.push_back(y + "/" + m + "/" + d);
          declared.forms.push_back(d + "/" + m + "/" + y);
        }
    declared.forms.push_back(m_digits);
    // Full stops between the groups look like Persian zeros.
    declared.forms.push_back(year + "0" + two(m_date->month) + "0" + two(m_date->day));
    // So does the one behind the date, which stands in front of it from left to right.
    for (const auto& d : {day, two(m_date->day)})
      for (const auto& m : {month, two(m_date->month)}) declared.forms.push_back("0" + year + "/" + m + "/" + d);
    declared.possible = [](const std::string& text) { return is_date(text); };
    return testified(passage, reading.first, reading.last, declared);
  }

  // Groups parted by "/", or eight digits, that are a day of the calendar.
  static bool is_date(const std::string& text) {
    std::vector<std::string> groups;
    for (std::size_t from = 0; from <= text.size();) {
      const auto end = std::min(text.find('/', from), text.size());
      groups.push_back(text.substr(from, end - from));
      from = end + 1;
    }
    Reading reading;
    if (auto mended = without_specks(groups)) groups = std::move(*mended);
    if (groups.size() == 3) read_groups(groups, reading);
    if (groups.size() == 1) read_eight(groups[0], reading);
    return std::any_of(reading.dates.begin(), reading.dates.end(), plausible);
  }

  // «۳۵ اردیبهشت ۱۴۰۵»: whether what stands in figures beside the declared month can be the declared day and year.
  [[nodiscard]] std::optional<Comparison> figures_asked(const Passage& passage, const Reading& reading) const {
    if (passage.exact || reading.month != m_date->month) return std::nullopt;
    int sureness = 100;
    const auto stands = [&](const Part& part, int declared, auto possible) {
      if (part.value == declared) return true;
      if (part.piece < 0) return false;
      const DeclaredNumber question{{std::to_string(declared), std::to_string(declared % 100 + 100).substr(1)},
                                    Separators::ignored,
                                    [&](const std::string& text) { return possible(number(text)); }};
      const auto said = testified(passage, part.piece, part.piece, question);
      if (!said || said->grade != Grade::agrees) return false;
      sureness = std::min(sureness, said->sureness);
      return true;
    };
    const bool both = stands(reading.day, m_date->day, [](int day) { return day >= 1 && day <= 31; }) &&
                      stands(reading.year, m_date->year, [](int year) { return plausible({full_year(year), 1, 1}); });
    if (!both) return std::nullopt;
    return graded(Grade::agrees, passage, reading.first, reading.last, sureness);
  }

  [[nodiscard]] bool agrees(const Reading& reading) const {
    if (std::find(reading.dates.begin(), reading.dates.end(), *m_date) != reading.dates.end()) return true;
    // The marks between the groups were lost or taken for something else.
    return reading.digits == m_digits;
  }

  [[nodiscard]] Comparison judged(const Passage& passage, const Reading& reading) const {
    if (reading.dates.empty()) {
      const bool some = reading.digits.size() >= 4;
      return some ? graded(Grade::doubtful, passage, reading.first, reading.last) : Comparison{};
    }
    if (passage.exact) return graded(Grade::differs, passage, reading.first, reading.last, 100);
    auto out = graded(Grade::differs, passage, reading.first, reading.last);
    if (!reading.plain || std::none_of(reading.dates.begin(), reading.dates.end(), plausible))
      out.grade = Grade::doubtful;
    return out;
  }

  std::optional<JalaliDate> m_date;
  std::string m_digits;
};

}  // namespace

std::unique_ptr<Matcher> date_matcher(const Claim& claim) {
  return std::make_unique<DateMatcher>(claim);
}

}  // namespace mizan::verification
