// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/steps.hpp"

#include <gtest/gtest.h>

#include "small_steps.hpp"
#include "verification/likelihood/likelihood.hpp"

namespace mizan::verification {
namespace {

Steps some_steps() {
  std::vector<std::map<std::string, double>> rows(300, {{"", 0.9999}});
  rows[3] = {{"۱", 0.9}, {"1", 0.08}};
  rows[7] = {{"2", 0.5}, {"3", 0.3}, {"", 0.1}};
  rows[299] = {{"/", 0.97}};
  return small_steps(rows);
}

TEST(PackedSteps, KeepWhatDecides) {
  const auto steps = some_steps();
  const auto bytes = packed(steps);
  EXPECT_LT(bytes.size(), 120U);
  const auto back = unpacked(bytes);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->count, steps.count);
  ASSERT_EQ(back->symbols, steps.symbols);
  const Classes classes(k_small, Separators::alike);
  for (const auto* declared : {"12/", "13/", "22/"}) {
    const auto before = judged(folded(steps, classes), classes, declared);
    const auto after = judged(folded(*back, classes), classes, declared);
    ASSERT_TRUE(before && after);
    EXPECT_NEAR(before->ratio, after->ratio, 0.15) << declared;
    EXPECT_EQ(before->best, after->best);
  }
  EXPECT_EQ(packed(*unpacked(bytes)), bytes) << "packing again changes nothing";
}

TEST(PackedSteps, DamagedBytesAreRefused) {
  const auto bytes = packed(some_steps());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_EQ(unpacked(bytes.substr(0, length)), std::nullopt) << length;
  EXPECT_EQ(unpacked(bytes + "x"), std::nullopt);
  EXPECT_EQ(unpacked(bytes, 299), std::nullopt);
  auto wrong = bytes;
  wrong[1] = 2;  // fewer symbols than the steps name
  EXPECT_EQ(unpacked(wrong), std::nullopt);
}

TEST(PartOfSteps, IsClamped) {
  const auto steps = some_steps();
  EXPECT_EQ(part_of(steps, 2, 9).count, 7U);
  EXPECT_EQ(part_of(steps, 290, 4000).count, 10U);
  EXPECT_EQ(part_of(steps, 9, 2).count, 0U);
  EXPECT_EQ(part_of(steps, 3, 4).at(0)[4], steps.at(3)[4]);
}

}  // namespace
}  // namespace mizan::verification
