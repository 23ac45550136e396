// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/witness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "small_steps.hpp"

namespace mizan::verification {
namespace {

const NumberClasses k_classes(k_small);

// A clear 1, then something between 1 and 2, then a clear 2.
Steps doubtful_middle(double one, double two) {
  return small_steps({{{"1", 0.98}}, {{"", 0.99}}, {{"1", one}, {"2", two}}, {{"", 0.99}}, {{"2", 0.98}}});
}

Testimony testimony(const Steps& steps, const std::string& form) {
  const auto said = witness({&steps}, k_classes, {{form}, Separators::ignored, {}});
  return said ? said->testimony : Testimony::unsure;
}

TEST(Witness, ConfirmsWhatCanStandThereAndDeniesWhatCannot) {
  const auto steps = doubtful_middle(0.55, 0.42);
  EXPECT_EQ(testimony(steps, "112"), Testimony::confirms);
  EXPECT_EQ(testimony(steps, "122"), Testimony::confirms) << "a second look is fair to the declared value";
  EXPECT_EQ(testimony(steps, "222"), Testimony::denies);
  EXPECT_EQ(testimony(doubtful_middle(0.995, 0.001), "12"), Testimony::denies);
  EXPECT_EQ(testimony(doubtful_middle(0.9, 0.08), "122"), Testimony::unsure);
}

TEST(Witness, GuessesContradictNothing) {
  const auto steps =
      small_steps({{{"1", 0.3}, {"2", 0.25}, {"", 0.3}}, {{"", 0.5}, {"1", 0.2}}, {{"2", 0.3}, {"", 0.4}}});
  EXPECT_NE(testimony(steps, "22222"), Testimony::denies);
}

TEST(Witness, ReadingsThatCannotBeAreSlips) {
  const auto steps = doubtful_middle(0.95, 0.03);
  DeclaredNumber declared{{"122"}, Separators::ignored, {}};
  EXPECT_NE(witness({&steps}, k_classes, declared)->testimony, Testimony::confirms);
  declared.possible = [](const std::string& digits) { return digits == "122"; };
  EXPECT_EQ(witness({&steps}, k_classes, declared)->testimony, Testimony::confirms);
}

TEST(Witness, WordsAreOneNumberFromLeftToRight) {
  const auto left = small_steps({{{"1", 0.998}}}), right = small_steps({{{"1", 0.997}}});
  const DeclaredNumber eleven{{"11"}, Separators::ignored, {}}, one{{"1"}, Separators::ignored, {}};
  EXPECT_EQ(witness({&left, &right}, k_classes, eleven)->testimony, Testimony::confirms);
  EXPECT_EQ(witness({&left, &right}, k_classes, one)->testimony, Testimony::denies);
}

TEST(Witness, LettersAreAskedAsTheyStandOnPaper) {
  const Alphabet alphabet{"", "ب", "ه", "ر", "آ", "م", " ", ":"};
  const auto row = [&](std::map<std::size_t, double> named) {
    double left = 1;
    for (const auto& [at, probability] : named) left -= probability;
    std::vector<float> out;
    for (std::size_t at = 0; at < alphabet.size(); ++at)
      out.push_back(static_cast<float>(std::log(named.contains(at) ? named[at] : left / 8)));
    return out;
  };
  Steps steps;
  steps.symbols = alphabet.size();
  // «بهرام» from left to right; the heh is faint.
  for (const auto& each : {row({{5, 0.99}}), row({{4, 0.99}}), row({{3, 0.99}}), row({{2, 0.3}, {0, 0.65}}),
                           row({{1, 0.99}}), row({{7, 0.9}})}) {
    steps.logs.insert(steps.logs.end(), each.begin(), each.end());
    ++steps.count;
  }
  const auto classes = Classes::of_letters(alphabet);
  const auto said = [&](const std::u32string& from_left) {
    const auto out = witness({&steps}, classes, {from_left});
    return out ? out->testimony : Testimony::unsure;
  };
  EXPECT_EQ(said(U"مارهب"), Testimony::confirms) << "آ counts as ا, the colon as nothing";
  EXPECT_EQ(said(U"مارب"), Testimony::confirms);
  EXPECT_EQ(said(U"مارهر"), Testimony::unsure);
  EXPECT_EQ(said(U"قاره"), Testimony::unsure) << "no letter of this alphabet";
}

TEST(Witness, SaysNothingOfWhatItsAlphabetLacks) {
  const auto steps = small_steps({{{"1", 0.98}}});
  EXPECT_FALSE(witness({&steps}, k_classes, {{"§"}, Separators::ignored, {}}));
}

}  // namespace
}  // namespace mizan::verification
