// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/number_words.hpp"

#include "base/persian/utf8.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

Word word(int x0, int x1, const char* text, int confidence) {
  return {{x0, 100, x1, 130}, {{text, confidence, "tesseract:fas"}}};
}

Word number(int x0, int x1, const char* text, int confidence) {
  Word out{{x0, 98, x1, 132}, {{text, confidence, "mizan:numbers"}}};
  out.number_steps = "steps";
  return out;
}

/// The texts from left to right.
std::string placed(std::vector<Word> words, std::vector<Word> numbers) {
  place_numbers(words, std::move(numbers));
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
  std::string out;
  for (const auto& each : words) out += (out.empty() ? "" : "|") + each.text();
  return out;
}

/// A piece of letters 20 pixels high, four pixels a step, in which a digit stands at each of the given steps.
PieceReading digits_at(const std::vector<std::size_t>& steps) {
  PieceReading out;
  out.crop = out.piece.box = {0, 0, 800, 24};
  out.piece.letter_height = 20;
  out.pixels_per_step = 4;
  out.steps.count = 200;
  out.steps.symbols = 2;
  out.steps.logs.assign(400, -1);
  for (const auto step : steps) out.characters.push_back({"۵", step, 0.9});
  return out;
}

std::vector<std::size_t> lengths(const std::vector<Word>& numbers) {
  std::vector<std::size_t> out;
  for (const auto& each : numbers) out.push_back(persian::decode(each.text()).size());
  return out;
}

TEST(NumbersIn, AWideGapBeginsAnotherNumber) {
  EXPECT_EQ(lengths(numbers_in(digits_at({10, 13, 16, 19, 32, 35, 38}), {})), (std::vector<std::size_t>{4, 3}));
  EXPECT_EQ(lengths(numbers_in(digits_at({10, 22, 34, 46, 58}), {})), (std::vector<std::size_t>{5}))
      << "far from each other, but evenly: digits in boxes";
}

TEST(PlaceNumbers, ANumberReplacesWhatOthersMadeOfItsInk) {
  EXPECT_EQ(placed({word(100, 160, "۱۲۳", 90), word(170, 200, "۴ه", 20), word(300, 360, "شماره", 92)},
                   {number(98, 202, "۱۲۳۴۵", 95)}),
            "۱۲۳۴۵|شماره");
}

TEST(PlaceNumbers, AWordThatReachesBeyondItKeepsItsLetters) {
  EXPECT_EQ(placed({word(100, 300, "پلاک۱۲", 90)}, {number(98, 150, "۱۲", 99)}), "۱۲|پلاک");
}

TEST(PlaceNumbers, AnUnsureNumberGivesWayToALongWord) {
  EXPECT_EQ(placed({word(100, 200, "اجاره", 93)}, {number(98, 202, "۱۷۶۰", 60)}), "اجاره");
  EXPECT_EQ(placed({word(100, 200, "اجاره", 40)}, {number(98, 202, "۱۷۶۰", 60)}), "۱۷۶۰");
}

TEST(PlaceNumbers, CommasAndShortWordsAreNoDigits) {
  EXPECT_EQ(placed({word(100, 120, "و", 80)}, {number(98, 122, "۹", 90)}), "و");
  EXPECT_EQ(placed({word(100, 120, "و", 80)}, {number(98, 122, "۹", 99)}), "۹");
  EXPECT_EQ(placed({}, {number(98, 104, "۰", 45)}), "") << "a speck that nobody else saw";
  EXPECT_EQ(placed({}, {number(98, 122, "۹", 90)}), "۹");
}

}  // namespace
}  // namespace mizan::documents
