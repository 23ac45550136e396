// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/layout.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

Word word(const char* text, int x, int y) {
  return {{x, y, x + 40, y + 20}, {{text, 90, "text_layer"}}};
}

std::string in_order(const Line& line, const std::vector<Word>& words) {
  std::string out;
  for (const int index : line.words) out += (out.empty() ? "" : " ") + words[static_cast<std::size_t>(index)].text();
  return out;
}

TEST(Layout, LinesRunFromRightToLeftAndDownThePage) {
  const std::vector<Word> words{word("دوم", 100, 52), word("نام", 200, 10), word("۱۲", 100, 12), word("سطر", 200, 48)};
  const auto lines = lines_of(words);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(in_order(lines[0], words), "نام ۱۲");
  EXPECT_EQ(in_order(lines[1], words), "سطر دوم");
  EXPECT_EQ(lines[0].box, (Box{100, 10, 240, 32}));
}

TEST(Layout, LatinRunsInsideRunFromLeftToRight) {
  const std::vector<Word> words{word("پردازنده", 300, 0), word("Intel", 100, 0), word("Core", 150, 0),
                                word("۷", 50, 0)};
  EXPECT_EQ(in_order(lines_of(words).front(), words), "پردازنده Intel Core ۷");
}

TEST(Layout, LatinLinesRunFromLeftToRight) {
  const std::vector<Word> words{word("Serial", 10, 0), word("A12", 60, 0), word("77", 110, 0)};
  EXPECT_EQ(in_order(lines_of(words).front(), words), "Serial A12 77");
}

TEST(Layout, LettersTellTheDirectionDigitsDoNot) {
  EXPECT_EQ(direction_of("۱۴۰۳/۰۱"), Direction::none);
  EXPECT_EQ(direction_of("٣٤٥"), Direction::none);
  EXPECT_EQ(direction_of("نام A"), Direction::right_to_left);
  EXPECT_EQ(direction_of("IR82"), Direction::left_to_right);
  EXPECT_TRUE(has_digit("کد۵"));
  EXPECT_FALSE(has_letter_or_digit("|—."));
}

}  // namespace
}  // namespace mizan::documents
