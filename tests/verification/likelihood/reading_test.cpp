// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/reading.hpp"

#include <gtest/gtest.h>

#include "small_steps.hpp"

namespace mizan::verification {
namespace {

TEST(NumberReading, CharactersWithPlaceAndConfidence) {
  const auto steps = small_steps({{{"", 0.9}}, {{"۱", 0.7}}, {{"۱", 0.9}, {"1", 0.05}}, {{"", 0.9}}, {{"۱", 0.8}}});
  const auto characters = read_characters(steps, k_small);
  ASSERT_EQ(characters.size(), 2U);
  EXPECT_EQ(text_of(characters), "۱۱");
  EXPECT_EQ(characters[0].step, 2U) << "where it is surest";
  EXPECT_NEAR(characters[0].confidence, 0.95, 0.01) << "the digit's value counts, not its script";
  EXPECT_EQ(characters[1].step, 4U);
}

TEST(NumberReading, RunsBetweenGapsAndWords) {
  const auto sure = [](const char* symbol) { return std::map<std::string, double>{{symbol, 0.99}}; };
  const auto steps = small_steps({sure("#"), sure(""), sure(" "), sure(""), sure("1"), sure(""), sure("2"), sure(""),
                                  sure(" "), sure(""), sure("مرداد"), sure("")});
  const auto runs = read_runs(read_characters(steps, k_small), steps.count);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "12");
  EXPECT_EQ(runs[0].first_step, 3U);
  EXPECT_EQ(runs[0].last_step, 7U);
  EXPECT_EQ(runs[1].text, "مرداد");
  EXPECT_EQ(runs[1].last_step, 12U);
  EXPECT_NEAR(runs[1].confidence, 0.99, 0.001);
  EXPECT_TRUE(read_runs({}, 0).empty());
}

}  // namespace
}  // namespace mizan::verification
