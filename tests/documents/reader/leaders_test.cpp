// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/leaders.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::documents {
namespace {

constexpr int k_letter = 20, k_foot = 120;

/// A line of print: letters that stand on its foot, and dots of four pixels every `step`.
class Line {
 public:
  Line& letters(int x, int count) {
    for (int i = 0; i < count; ++i) m_marks.letters.push_back({x + 14 * i, k_foot - k_letter, x + 14 * i + 12, k_foot});
    return *this;
  }
  Line& dots(int x, int count, int step, int middle) {
    for (int i = 0; i < count; ++i) m_marks.small.push_back({x + step * i, middle - 2, x + step * i + 4, middle + 2});
    return *this;
  }
  /// How many small marks stay.
  [[nodiscard]] std::size_t left() {
    m_marks.letter_height = k_letter;
    const auto sort = [](std::vector<Box>& boxes) {
      std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
    };
    sort(m_marks.letters);
    sort(m_marks.small);
    drop_leaders(m_marks);
    return m_marks.small.size();
  }

 private:
  Marks m_marks;
};

TEST(Leaders, DotsFromALabelToItsValueGo) {
  EXPECT_EQ(Line().letters(300, 6).dots(180, 8, 12, k_foot - 2).letters(60, 6).left(), 0U);
}

TEST(Leaders, ZerosAtTheMiddleOfTheirLineStay) {
  EXPECT_EQ(Line().letters(100, 2).dots(128, 9, 13, k_foot - 9).left(), 9U);
  EXPECT_EQ(Line().letters(100, 4).dots(156, 5, 12, k_foot - 4).left(), 5U) << "in some typefaces they stand lower";
}

TEST(Leaders, DotsOfLettersStay) {
  Line line;
  line.letters(100, 12);
  for (const int x : {104, 121, 131, 160, 166, 201, 230}) line.dots(x, 1, 0, k_foot + 4);
  EXPECT_EQ(line.left(), 7U);
}

TEST(Leaders, ALineToWriteOnStandsAlone) {
  EXPECT_EQ(Line().dots(100, 30, 10, 500).letters(100, 3).left(), 0U);
  EXPECT_EQ(Line().dots(100, 8, 10, 500).letters(100, 3).left(), 8U) << "too few to be told from zeros";
}

TEST(Leaders, ASpotOfAnotherSizeDoesNotHideThem) {
  EXPECT_EQ(Line().letters(300, 4).dots(140, 10, 12, k_foot - 2).dots(206, 1, 0, k_foot - 11).left(), 1U);
}

}  // namespace
}  // namespace mizan::documents
