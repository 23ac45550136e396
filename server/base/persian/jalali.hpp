// SPDX-License-Identifier: GPL-3.0-or-later
// The Jalali (solar Hijri) calendar: validity, leap years, reading, and conversion to Gregorian days.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::persian {

/// A calendar date; may be invalid until `is_valid` says otherwise. Months and days count from 1.
struct JalaliDate {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const JalaliDate&, const JalaliDate&) = default;
};

/// The 33-year arithmetic rule, the same as ICU's; it agrees with the official calendar from 1300 to 1500.
[[nodiscard]] bool is_leap(int year) noexcept;

/// 31 for the first six months, 30 for the next five, 29 or 30 for Esfand; 0 for a month that does not exist.
[[nodiscard]] int month_length(int year, int month) noexcept;

/// True for a date that exists, in the years 1 to 3000.
[[nodiscard]] bool is_valid(const JalaliDate& date) noexcept;

/// The Gregorian day. The date must be valid.
[[nodiscard]] std::chrono::sys_days to_days(const JalaliDate& date) noexcept;

/// The Jalali date of a Gregorian day; the inverse of `to_days`.
[[nodiscard]] JalaliDate from_days(std::chrono::sys_days days) noexcept;

/// «فروردین» … «اسفند» for 1 … 12; empty otherwise.
[[nodiscard]] std::string_view month_name(int month) noexcept;

/// The month a word names, in any spelling of the usual names («امرداد», «آبان‌ماه» too); 0 when it
/// names none.
[[nodiscard]] int month_of(std::string_view word);

/// A date as an office types it: yyyy/mm/dd in any digits with / - . or spaces between, eight digits, or «۵ مهر ۱۴۰۳»
/// (with «ماه» or a weekday allowed). Day-first order (dd/mm/yyyy) is understood because the year has four digits.
/// Nothing for anything else, a two-digit year, or a date that does not exist.
[[nodiscard]] std::optional<JalaliDate> parse_date(std::string_view utf8);

/// "1404/05/21": ASCII digits, zero-padded. The canonical form of a date in answers and claims.
[[nodiscard]] std::string to_text(const JalaliDate& date);

}  // namespace mizan::persian
