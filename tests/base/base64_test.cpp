// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace mizan {
namespace {

// RFC 4648, section 10, without padding.
TEST(Base64, AsTheStandardShows) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg");
  EXPECT_EQ(base64("fo"), "Zm8");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(from_base64("Zm9vYmFy", 6), "foobar");
  EXPECT_EQ(from_base64("Zg", 6), "f");
  EXPECT_EQ(from_base64("", 6), "");
}

TEST(Base64, RefusesWhatIsNoneAndWhatIsTooLong) {
  EXPECT_FALSE(from_base64("Zm9v*mFy", 6));
  EXPECT_FALSE(from_base64("Z", 6));
  EXPECT_FALSE(from_base64("Zg==", 6));
  EXPECT_FALSE(from_base64("Zm9vYmFy", 5));
}

}  // namespace
}  // namespace mizan
