// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_depth.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan {
namespace {

TEST(JsonDepth, BracketsAreCounted) {
  EXPECT_FALSE(nests_deeper("", 0));
  EXPECT_FALSE(nests_deeper("1", 0));
  EXPECT_TRUE(nests_deeper("[]", 0));
  EXPECT_FALSE(nests_deeper(R"({"a":[1],"b":[2]})", 2));
  EXPECT_TRUE(nests_deeper(R"({"a":[{}]})", 2));
  EXPECT_TRUE(nests_deeper(std::string(1'000'000, '['), 999'999));
}

TEST(JsonDepth, BracketsInTextsAreNone) {
  EXPECT_FALSE(nests_deeper(R"(["[[[\"[[["])", 1));
  EXPECT_TRUE(nests_deeper(R"(["\\",[]])", 1));
}

}  // namespace
}  // namespace mizan
