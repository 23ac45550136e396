// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/label_words.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace mizan::verification {
namespace {

std::u32string meaning(std::string_view label) {
  return meaning_of(label_words(label));
}

TEST(MeaningOf, OtherWordsForTheSameThingMeanTheSame) {
  EXPECT_EQ(meaning("شماره ملی صاحب پروانه"), meaning("کد ملی دارنده مجوز"));
  EXPECT_EQ(meaning("حقوق ماهیانه"), meaning("دستمزد ماهانه"));
  EXPECT_EQ(meaning("تاریخ انقضاء"), meaning("مورخ پایان"));
}

TEST(MeaningOf, OrderAndSignsAndSmallWordsSayNothing) {
  EXPECT_EQ(meaning("نام خانوادگی / نام"), meaning("نام و نام خانوادگی:"));
  EXPECT_EQ(meaning("به شماره ملی"), meaning("شماره ملی"));
  EXPECT_TRUE(meaning("و / به").empty());
}

TEST(MeaningOf, AnotherThingIsNotTheSame) {
  EXPECT_NE(meaning("کد ملی موجر"), meaning("کد ملی مستأجر"));
  EXPECT_NE(meaning("از تاریخ"), meaning("تا تاریخ"));
  EXPECT_NE(meaning("تاریخ صدور"), meaning("تاریخ انقضا"));
  EXPECT_NE(meaning("نام"), meaning("نام و نام خانوادگی"));
  EXPECT_NE(meaning("حقوق روزانه"), meaning("حقوق ماهانه"));
}

}  // namespace
}  // namespace mizan::verification
