// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/account.hpp"

#include <gtest/gtest.h>

namespace mizan {
namespace {

TEST(Scope, made_from_nothing_covers_nothing) {
  EXPECT_FALSE(Scope{}.covers(OfficeId{1}, "gilan"));
}

TEST(Scope, of_provinces_covers_their_offices_only) {
  const auto scope = Scope::of_provinces({"gilan", "qazvin"});
  EXPECT_TRUE(scope.covers(OfficeId{1}, "qazvin"));
  EXPECT_FALSE(scope.covers(OfficeId{1}, "zanjan"));
}

TEST(Scope, of_offices_does_not_ask_for_the_province) {
  const auto scope = Scope::of_offices({OfficeId{4}});
  EXPECT_TRUE(scope.covers(OfficeId{4}, "zanjan"));
  EXPECT_FALSE(scope.covers(OfficeId{5}, "zanjan"));
}

TEST(Scope, of_everything_covers_all) {
  EXPECT_TRUE(Scope::everything().covers(OfficeId{9}, "tehran"));
}

}  // namespace
}  // namespace mizan
