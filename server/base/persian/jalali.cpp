// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/jalali.hpp"

#include "base/persian/normalise.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace mizan::persian {
namespace {

constexpr int k_first_year = 1;
constexpr int k_last_year = 3000;
// 1 Farvardin 1 is Gregorian 622-03-21 (proleptic), counted from 1970-01-01.
constexpr std::int64_t k_epoch = -492268;

constexpr std::array<std::string_view, 12> k_months{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                                    "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};

std::int64_t floor_div(std::int64_t a, std::int64_t b) noexcept {
  return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

int days_before_month(int month) noexcept {
  return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
}

std::int64_t year_start(std::int64_t year) noexcept {
  return k_epoch + 365 * (year - 1) + floor_div(8 * year + 21, 33);
}

struct Number {
  int value;
  std::size_t length;
};

// The digit runs and month names of a date, in order; nothing when the text holds anything that no date has.
struct Pieces {
  std::vector<Number> numbers;
  int month = 0;
  std::size_t month_after = 0;  // how many numbers stood before the month's name
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool separates(char c) {
  return c == '/' || c == '-' || c == '.' || c == ' ' || c == '\\' || c == ',';
}

bool said_around_dates(std::string_view word) {
  static const std::array<std::string_view, 9> k_words{"ماه",    "مورخ",   "مورخه",   "شنبه", "یکشنبه",
                                                       "دوشنبه", "سهشنبه", "پنجشنبه", "جمعه"};
  for (const auto known : k_words)
    if (word == known) return true;
  return false;
}

std::optional<Pieces> pieces_of(const std::string& text) {
  Pieces pieces;
  for (std::size_t i = 0; i < text.size();) {
    if (separates(text[i])) {
      ++i;
      continue;
    }
    const bool digits = is_digit(text[i]);
    std::size_t end = i;
    while (end < text.size() && !separates(text[end]) && is_digit(text[end]) == digits) ++end;
    const std::string piece = text.substr(i, end - i);
    i = end;
    if (digits) {
      if (piece.size() > 8) return std::nullopt;
      pieces.numbers.push_back({std::stoi(piece), piece.size()});
    } else if (const int month = month_of(piece); month != 0 && pieces.month == 0) {
      pieces.month = month;
      pieces.month_after = pieces.numbers.size();
    } else if (!said_around_dates(piece)) {
      return std::nullopt;
    }
  }
  return pieces;
}

std::optional<JalaliDate> date_of(const Pieces& pieces) {
  const auto& n = pieces.numbers;
  if (pieces.month != 0) {
    if (n.size() != 2) return std::nullopt;
    if (n[1].length == 4 && n[0].length <= 2) return JalaliDate{n[1].value, pieces.month, n[0].value};
    if (n[0].length == 4 && n[1].length <= 2) return JalaliDate{n[0].value, pieces.month, n[1].value};
    return std::nullopt;
  }
  if (n.size() == 1 && n[0].length == 8)
    return JalaliDate{n[0].value / 10000, n[0].value / 100 % 100, n[0].value % 100};
  if (n.size() != 3 || n[1].length > 2) return std::nullopt;
  if (n[0].length == 4 && n[2].length <= 2) return JalaliDate{n[0].value, n[1].value, n[2].value};
  if (n[2].length == 4 && n[0].length <= 2) return JalaliDate{n[2].value, n[1].value, n[0].value};
  return std::nullopt;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

bool is_leap(int year) noexcept {
  return ((25 * year + 11) % 33 + 33) % 33 < 8;
}

int month_length(int year, int month) noexcept {
  if (month < 1 || month > 12) return 0;
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return is_leap(year) ? 30 : 29;
}

bool is_valid(const JalaliDate& date) noexcept {
  return date.year >= k_first_year && date.year <= k_last_year && date.day >= 1 &&
         date.day <= month_length(date.year, date.month);
}

std::chrono::sys_days to_days(const JalaliDate& date) noexcept {
  return std::chrono::sys_days(std::chrono::days(year_start(date.year) + days_before_month(date.month) + date.day - 1));
}

JalaliDate from_days(std::chrono::sys_days days) noexcept {
  const std::int64_t day = days.time_since_epoch().count();
  std::int64_t year = 1 + floor_div((day - k_epoch) * 33 + 3, 12053);
  while (year_start(year) > day) --year;
  while (year_start(year + 1) <= day) ++year;
  const auto of_year = static_cast<int>(day - year_start(year));
  const int month = of_year < 186 ? of_year / 31 + 1 : (of_year - 186) / 30 + 7;
  return {static_cast<int>(year), month, of_year - days_before_month(month) + 1};
}

std::string_view month_name(int month) noexcept {
  return month < 1 || month > 12 ? std::string_view{} : k_months[static_cast<std::size_t>(month - 1)];
}

int month_of(std::string_view word) {
  std::string letters = skeleton(word);
  const std::string suffix = "ماه";
  if (letters.size() > suffix.size() && letters.ends_with(suffix)) letters.resize(letters.size() - suffix.size());
  if (letters == "امرداد") return 5;
  for (int month = 1; month <= 12; ++month)
    if (letters == skeleton(month_name(month))) return month;
  return 0;
}

std::optional<JalaliDate> parse_date(std::string_view utf8) {
  const auto pieces = pieces_of(normalise(utf8));
  if (!pieces) return std::nullopt;
  const auto date = date_of(*pieces);
  return date && is_valid(*date) ? date : std::nullopt;
}

std::string to_text(const JalaliDate& date) {
  return padded(date.year, 4) + "/" + padded(date.month, 2) + "/" + padded(date.day, 2);
}

}  // namespace mizan::persian
