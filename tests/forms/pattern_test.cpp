// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::forms {
namespace {

TEST(Pattern, IsSearchedAsEcmaScript) {
  EXPECT_TRUE(fits_pattern("23015128", "^[0-9][0-9-]{3,19}$"));
  EXPECT_FALSE(fits_pattern("2301x", "^[0-9][0-9-]{3,19}$"));
  EXPECT_TRUE(fits_pattern("کد ۱۲", "کد"));
  EXPECT_TRUE(fits_pattern("ab", "(?=b)b|\\bz"));
}

TEST(Pattern, TakesNoMoreTimeThanItsTextIsLong) {
  EXPECT_FALSE(fits_pattern(std::string(4000, 'a') + "b", "^(a+)+$"));
}

TEST(Pattern, CannotBeUsedWhereItIsNoneOrCountsTooFar) {
  EXPECT_TRUE(is_pattern("^a{2,19}(b{3}|c{4,})$"));
  EXPECT_TRUE(is_pattern("[{}]"));
  EXPECT_FALSE(is_pattern("(a"));
  EXPECT_FALSE(is_pattern("^(a)\\1$")) << "references back need backtracking";
  EXPECT_FALSE(is_pattern("((a?){300}){300}"));
  EXPECT_FALSE(is_pattern("a{99999999999999999999}"));
}

/// The library's recursion follows what may be left out, copy by copy.
TEST(Pattern, KeepsItsStack) {
  std::string optional;
  for (int i = 0; i < 95; ++i) optional += "a?";
  const auto pattern = "^(" + optional + "){300}$";
  ASSERT_TRUE(is_pattern(pattern));
  EXPECT_TRUE(fits_pattern(std::string(100, 'a'), pattern));
  EXPECT_FALSE(is_pattern("^(" + optional + "){1000}$")) << "more than the library writes out";
}

}  // namespace
}  // namespace mizan::forms
