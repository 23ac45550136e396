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

/// The text of what stands on a piece from left to right, three steps from one character to the next.
std::string said(const std::vector<std::string>& left_to_right) {
  auto reading = digits_at({});
  for (std::size_t i = 0; i < left_to_right.size(); ++i)
    reading.characters.push_back({left_to_right[i], 10 + 3 * i, 0.9});
  const auto numbers = numbers_in(reading, {});
  return numbers.size() == 1 ? numbers.front().text() : std::to_string(numbers.size()) + " numbers";
}

TEST(NumbersIn, TheNumberOfAClauseKeepsItsHyphens) {
  EXPECT_EQ(said({"-", "۵"}), "۵-");
  EXPECT_EQ(said({"-", "۲", "-", "۱"}), "۱-۲-") << "read from right to left";
  EXPECT_EQ(said({"-", "۱", "۲", "-", "۳"}), "۳-۱۲-");
  EXPECT_EQ(said({"۲", "-", "۱"}), "۲-۱") << "no hyphen behind it";
  EXPECT_EQ(said({"-", "۱", "۴", "۰", "۴"}), "۱۴۰۴") << "no contract has so many clauses";
  EXPECT_EQ(said({"-", "۱", "۲", "/", "۳"}), "۱۲/۳");
  EXPECT_EQ(said({"-", "-", "۵"}), "۵") << "a dashed line";
}

TEST(PlaceNumbers, SignsThatOthersSawAroundTheSameDigitsStay) {
  EXPECT_EQ(placed({word(90, 130, "۳-", 90)}, {number(105, 128, "۳", 99)}), "۳-");
  EXPECT_EQ(placed({word(90, 170, "۲-۱-", 90)}, {number(105, 168, "۲-۱", 99)}), "۱-۲-");
  EXPECT_EQ(placed({word(90, 170, "(۱۴۰۴)", 90)}, {number(105, 165, "۱۴۰۴", 99)}), "(۱۴۰۴)");
  EXPECT_EQ(placed({word(90, 170, "(۱۴۰۳)", 90)}, {number(105, 165, "۱۴۰۴", 99)}), "۱۴۰۴") << "other digits";
  EXPECT_EQ(placed({word(90, 170, "۳-", 90)}, {number(105, 165, "۳-", 99)}), "۳-");
  EXPECT_EQ(placed({{{90, 100, 130, 130}, {{"۳.", 90, "mizan:text"}}}}, {number(105, 128, "۳", 99)}), "۳")
      << "dots under it";
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
