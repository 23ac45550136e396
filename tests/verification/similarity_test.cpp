// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/similarity.hpp"

#include <gtest/gtest.h>

namespace mizan::verification {
namespace {

TEST(Edits, CountsUpToTheLimit) {
  EXPECT_EQ(edits(U"پروانه", U"پروانه", 2), 0);
  EXPECT_EQ(edits(U"پروانه", U"پرواته", 2), 1);
  EXPECT_EQ(edits(U"پروانه", U"پرونده", 2), 2);
  EXPECT_EQ(edits(U"پروانه", U"نشانی", 2), 3);
  EXPECT_EQ(edits(std::u32string(100, U'ا'), std::u32string(101, U'ا'), 2), 1);
}

TEST(LookAlike, DotsCostLessThanOtherLetters) {
  EXPECT_EQ(look_alike_tenths(U"رضایی", U"رضایی"), 0);
  EXPECT_LT(look_alike_tenths(U"رضایی", U"رصایی"), look_alike_tenths(U"رضایی", U"رمایی"));
  EXPECT_GE(look_alike_tenths(U"وحید", U"مجید"), 10);
}

TEST(ComparisonLetters, FoldTheLigatureInEitherOrder) {
  EXPECT_EQ(comparison_letters("پلاک"), comparison_letters("پالک"));
  EXPECT_EQ(comparison_letters("شیخ‌الاسلامی"), comparison_letters("شیخ االسالمی"));
  EXPECT_NE(comparison_letters("کاظم"), comparison_letters("کلام"));
}

TEST(Subsequence, IsWhatRemainsAfterDropping) {
  EXPECT_TRUE(is_subsequence("2301528", "23015128"));
  EXPECT_FALSE(is_subsequence("2301529", "23015128"));
}

}  // namespace
}  // namespace mizan::verification
