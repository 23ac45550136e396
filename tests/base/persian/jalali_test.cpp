// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/jalali.hpp"

#include <gtest/gtest.h>

namespace mizan::persian {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

TEST(Jalali, DaysOfBothCalendarsMeet) {
  EXPECT_EQ(to_days({1403, 1, 1}), sys_days(2024y / 3 / 20));
  EXPECT_EQ(to_days({1403, 12, 30}), sys_days(2025y / 3 / 20));
  EXPECT_EQ(from_days(sys_days(1979y / 2 / 11)), (JalaliDate{1357, 11, 22}));
}

TEST(Jalali, EveryDayOfSixtyYearsComesBack) {
  for (auto day = sys_days(1980y / 1 / 1); day < sys_days(2040y / 1 / 1); day += std::chrono::days(1)) {
    const auto date = from_days(day);
    ASSERT_TRUE(is_valid(date));
    ASSERT_EQ(to_days(date), day);
  }
}

TEST(Jalali, LeapYearsHaveThirtyDaysInEsfand) {
  EXPECT_TRUE(is_leap(1399));
  EXPECT_TRUE(is_leap(1403));
  EXPECT_FALSE(is_leap(1404));
  EXPECT_EQ(month_length(1403, 12), 30);
  EXPECT_EQ(month_length(1404, 12), 29);
  EXPECT_FALSE(is_valid({1404, 12, 30}));
}

TEST(Jalali, DatesAreReadAsPeopleWriteThem) {
  EXPECT_EQ(parse_date("۱۴۰۲/۰۵/۱۴"), (JalaliDate{1402, 5, 14}));
  EXPECT_EQ(parse_date("1402-5-14"), (JalaliDate{1402, 5, 14}));
  EXPECT_FALSE(parse_date("۱۴۰۲/۱۳/۱"));
  EXPECT_FALSE(parse_date("فردا"));
  EXPECT_EQ(month_of("مرداد"), 5);
}

}  // namespace
}  // namespace mizan::persian
