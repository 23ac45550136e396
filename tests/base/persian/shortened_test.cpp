// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/shortened.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::persian {
namespace {

TEST(Shortened, IsCutBetweenCharacters) {
  EXPECT_EQ(shortened("ab", 2), "ab");
  EXPECT_EQ(shortened("abc", 2), "ab");
  EXPECT_EQ(shortened("aب", 2), "a");
  EXPECT_EQ(shortened("aبc", 3), "aب");
  EXPECT_EQ(shortened("ب", 0), "");
  EXPECT_EQ(shortened("😀😀", 7), "😀");
}

TEST(Shortened, DamagedBytesTakeNoMoreRoom) {
  EXPECT_EQ(shortened("\xff", 3), "\ufffd");
  EXPECT_EQ(shortened("\xff\xff", 3), "\ufffd");
  EXPECT_EQ(shortened(std::string(1000, '\xff'), 1000).size(), 999U);
}

}  // namespace
}  // namespace mizan::persian
