// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/likelihood.hpp"

#include <gtest/gtest.h>

#include "small_steps.hpp"

#include <cstdint>
#include <map>

namespace mizan::verification {
namespace {

using String = std::vector<std::uint8_t>;

/// P of every string that paths of these steps collapse to, path by path.
std::map<String, double> by_all_paths(const FoldedSteps& steps) {
  std::map<String, double> out;
  std::vector<std::size_t> path(steps.count, 0);
  while (true) {
    double all = 1;
    String string;
    for (std::size_t step = 0; step < steps.count; ++step) {
      all *= steps.at(step)[path[step]];
      if (path[step] != 0 && (step == 0 || path[step] != path[step - 1]))
        string.push_back(static_cast<std::uint8_t>(path[step]));
    }
    out[string] += all;
    std::size_t at = 0;
    while (at < path.size() && ++path[at] == steps.classes) path[at++] = 0;
    if (at == path.size()) return out;
  }
}

const Steps k_four = small_steps({{{"", 0.2}, {"1", 0.5}, {"۲", 0.2}},
                                  {{"", 0.3}, {"۱", 0.3}, {"2", 0.3}},
                                  {{"", 0.5}, {"/", 0.3}, {"۱", 0.1}},
                                  {{"", 0.1}, {"2", 0.4}, {"۲", 0.4}}});

TEST(LogLikelihood, IsTheSumOverAllPaths) {
  const Classes classes(k_small, Separators::alike);
  const auto steps = folded(k_four, classes);
  const auto sums = by_all_paths(steps);
  double all = 0;
  for (const auto& [string, probability] : sums) {
    EXPECT_NEAR(log_likelihood(steps, string), std::log(probability), 1e-4) << classes.text_of(string);
    all += probability;
  }
  EXPECT_NEAR(all, 1, 1e-4);
  EXPECT_EQ(log_likelihood(steps, {1, 1, 1}), -std::numeric_limits<double>::infinity()) << "needs blanks between";
  EXPECT_EQ(log_likelihood({}, {1}), -std::numeric_limits<double>::infinity());
}

TEST(LogLikelihood, StaysInRangeOverLongLines) {
  const Classes classes(k_small, Separators::alike);
  FoldedSteps steps;
  steps.classes = classes.count();
  steps.count = 4000;
  steps.probabilities.assign(steps.count * steps.classes, 1e-12);
  for (std::size_t step = 0; step < steps.count; ++step) steps.probabilities[step * steps.classes] = 0.5;
  EXPECT_NEAR(log_likelihood(steps, {}), 4000 * std::log(0.5), 1e-6);
}

TEST(LikelyStrings, BestFirst) {
  const Classes classes(k_small, Separators::alike);
  const auto steps = folded(k_four, classes);
  const auto sums = by_all_paths(steps);
  const auto likely = likely_strings(steps, 20);
  ASSERT_FALSE(likely.empty());
  for (const auto& [string, probability] : sums)
    EXPECT_GE(likely.front().log_likelihood, std::log(probability) - 1e-4) << classes.text_of(string);
  for (std::size_t i = 1; i < likely.size(); ++i) EXPECT_LE(likely[i].log_likelihood, likely[i - 1].log_likelihood);
}

TEST(Classes, AValueIsTheSameInEveryScript) {
  const Classes classes(k_small, Separators::alike);
  EXPECT_EQ(classes.of_text("1/2"), classes.of_text("۱٬۲"));
  EXPECT_EQ(classes.of_text("1/2"), classes.of_text("١/٢")) << "digits the alphabet itself does not write";
  EXPECT_EQ(classes.text_of(*classes.of_text("۱٬۲")), "1/2");
  EXPECT_NE(classes.of_text("12"), classes.of_text("1/2"));
}

TEST(Classes, SeparatorsAsTheCallerWantsThem) {
  const Classes apart(k_small, Separators::told_apart);
  EXPECT_NE(apart.of_text("1/2"), apart.of_text("1٬2"));
  const Classes ignored(k_small, Separators::ignored);
  EXPECT_EQ(ignored.of_text("1/2"), ignored.of_text("12"));
}

TEST(Classes, WordsBeforeLetters) {
  const Classes classes(k_small, Separators::alike);
  EXPECT_EQ(classes.of_text("12/الف")->size(), 4U);
  EXPECT_EQ(classes.of_text("3 مرداد 12")->size(), 4U) << "gaps fold into the blank";
  EXPECT_EQ(classes.of_text("1ژ2"), std::nullopt);
  EXPECT_EQ(classes.of_text("#"), std::nullopt);
}

TEST(Judged, TheDeclaredStringAgainstTheBest) {
  const Classes classes(k_small, Separators::alike);
  const auto steps =
      folded(small_steps({{{"۱", 0.97}}, {{"", 0.98}}, {{"2", 0.6}, {"۳", 0.38}}, {{"", 0.98}}}), classes);
  const auto right = judged(steps, classes, "12");
  ASSERT_TRUE(right);
  EXPECT_EQ(right->best, "12");
  EXPECT_NEAR(right->ratio, std::log(0.6 / 0.38), 0.05);
  EXPECT_NEAR(right->share, 0.6, 0.05);
  const auto near = judged(steps, classes, "13");
  ASSERT_TRUE(near);
  EXPECT_EQ(near->best, "12");
  EXPECT_NEAR(near->ratio, std::log(0.38 / 0.6), 0.05);
  const auto other = judged(steps, classes, "31");
  ASSERT_TRUE(other);
  EXPECT_LT(other->ratio, -6);
  EXPECT_LT(other->share, 0.01);
  EXPECT_GT(right->per_step, -0.5);
  const auto longer = judged(steps, classes, "121212121");
  ASSERT_TRUE(longer) << "a string that cannot fit is unlikely, not an error";
  EXPECT_LT(longer->ratio, -100);
  EXPECT_EQ(longer->share, 0);
}

TEST(Judged, NothingToJudge) {
  const Classes classes(k_small, Separators::alike);
  const auto steps = folded(k_four, classes);
  EXPECT_EQ(judged(steps, classes, ""), std::nullopt);
  EXPECT_EQ(judged(steps, classes, "xyz"), std::nullopt);
  EXPECT_EQ(judged({}, classes, "12"), std::nullopt);
}

}  // namespace
}  // namespace mizan::verification
