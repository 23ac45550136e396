// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/normalise.hpp"

#include <gtest/gtest.h>

namespace mizan::persian {
namespace {

TEST(Normalise, LettersDigitsAndSignsHaveOneForm) {
  EXPECT_EQ(normalise("علي كريمي"), "علی کریمی");
  EXPECT_EQ(normalise("مؤسسة"), "موسسه");
  EXPECT_EQ(normalise("۱۲۳ ٤٥٦"), "123 456");
  EXPECT_EQ(normalise("۱۲٬۳۴۵٫۶، ؟"), "12,345.6, ?");
}

TEST(Normalise, WhatIsNotSeenVanishes) {
  EXPECT_EQ(normalise("می\u200cشود"), "میشود");
  EXPECT_EQ(normalise("\u202bکتــاب\u202c"), "کتاب");
  EXPECT_EQ(normalise("مُحَمَّد"), "محمد");
  EXPECT_EQ(normalise("متر²"), "متر");
}

TEST(Normalise, SpacesAreSingleAndNotAtTheEnds) {
  EXPECT_EQ(normalise("  الف\t\n\u00a0ب  "), "الف ب");
  EXPECT_EQ(normalise(" \n"), "");
}

TEST(Normalise, WhatJoinsIsJoinedWhicheverWayItIsWritten) {
  EXPECT_EQ(normalise("ا\u0653ب"), normalise("آب"));
  EXPECT_EQ(normalise("ا\u0654"), "ا");
  EXPECT_EQ(normalise("\ufef7"), "لا") << "a ligature of a typeface";
  EXPECT_EQ(normalise("\uff11\uff12"), "12") << "wide digits";
}

TEST(Normalise, WhatIsNotSeenPartsNothingAndTakesNoSpaceAway) {
  EXPECT_EQ(normalise("الف \u200cب"), "الف ب");
  EXPECT_EQ(normalise("الف\u200f ب"), "الف ب");
  EXPECT_EQ(normalise("か\u200c\u3099"), "が");
  EXPECT_EQ(normalise(normalise("ᄀ\u200cᅡ\u200cᆨ")), normalise("ᄀ\u200cᅡ\u200cᆨ"));
}

TEST(Normalise, DamagedBytesLoseNothingElse) {
  EXPECT_EQ(normalise("الف\xff\xd8 ب"), "الف\ufffd\ufffd ب");
}

TEST(Skeleton, OnlyLettersAndDigitsCount) {
  EXPECT_EQ(skeleton("آدرس: Street-12 (طبقه ۳)"), "ادرسstreet12طبقه3");
  EXPECT_TRUE(same("سیّد علی‌رضا", "سيد عليرضا"));
  EXPECT_FALSE(same("علی", "علیرضا"));
}

}  // namespace
}  // namespace mizan::persian
