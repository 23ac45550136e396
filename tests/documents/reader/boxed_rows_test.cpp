// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/boxed_rows.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace mizan::documents {
namespace {

/// White paper of 600 × 300 on which boxes of 40 × 50 with a stroke in each can be drawn.
class Paper {
 public:
  void row(int x, int y, int boxes, int stroke = 8) {
    for (int i = 0; i <= boxes; ++i) fill({x + 40 * i, y, x + 40 * i + 3, y + 50});
    fill({x, y, x + 40 * boxes, y + 3});
    fill({x, y + 47, x + 40 * boxes + 3, y + 50});
    for (int i = 0; i < boxes; ++i) fill({x + 40 * i + 5, y + 15, x + 40 * i + 5 + stroke, y + 35});
  }
  /// A stroke of a pen, six pixels wide, from top to bottom.
  void cross(int x0, int x1, int y0, int y1) {
    for (int y = y0; y < y1; ++y) {
      const int x = x0 + (x1 - x0) * (y - y0) / (y1 - y0);
      fill({x, y, x + 6, y + 1});
    }
  }
  /// The cells of a table's row, each as wide as its number of boxes, with a stroke in the middle.
  void cells(int x, int y, const std::vector<int>& boxes) {
    for (const int count : boxes) {
      const int width = 40 * count;
      fill({x, y, x + 3, y + 50});
      fill({x, y, x + width, y + 3});
      fill({x, y + 47, x + width + 3, y + 50});
      fill({x + width, y, x + width + 3, y + 50});
      fill({x + width / 2, y + 15, x + width / 2 + 8, y + 35});
      x += width;
    }
  }
  [[nodiscard]] PixPtr image() const { return gray_image(m_rows.data(), k_width, k_height, k_width, 300); }

 private:
  static constexpr int k_width = 600, k_height = 300;
  void fill(const Box& box) {
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x)
        m_rows[static_cast<std::size_t>(y) * k_width + static_cast<std::size_t>(x)] = 0;
  }
  std::string m_rows = std::string(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(-1));
};

TEST(BoxedRows, ARowOfBoxesBecomesANarrowLine) {
  Paper paper;
  paper.row(100, 100, 6);
  const auto image = paper.image();
  const auto rows = boxed_rows(*image, 300);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].insides.size(), 6U);
  const auto line = as_line(*image, rows[0]);
  ASSERT_TRUE(line);
  EXPECT_LT(width_of(*line), 6 * 25) << "the gaps of the boxes are gone";
  EXPECT_EQ(components(*ink(*line)).size(), 6U) << "the strokes, and no rules";
}

TEST(BoxedRows, AFewBoxesATableAndCellsOfWordsAreNone) {
  Paper few, table, words, wide, worn;
  few.row(100, 100, 3);
  table.row(100, 100, 6);
  table.row(100, 147, 6);
  words.row(100, 100, 6, 33);
  EXPECT_TRUE(boxed_rows(*few.image(), 300).empty());
  EXPECT_TRUE(boxed_rows(*table.image(), 300).empty());
  EXPECT_TRUE(boxed_rows(*words.image(), 300).empty());
  wide.cells(60, 100, {1, 4, 3});
  worn.cells(60, 100, {1, 1, 2, 1, 1});
  EXPECT_TRUE(boxed_rows(*wide.image(), 300).empty()) << "hardly a box has rules all around";
  EXPECT_EQ(boxed_rows(*worn.image(), 300).size(), 1U) << "a rule between two is worn away";
}

TEST(BoxedRows, BoxesUnderASignatureAreStillOfTheRow) {
  Paper paper, other;
  paper.row(100, 100, 8);
  paper.cross(185, 240, 90, 160);
  const auto rows = boxed_rows(*paper.image(), 300);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].insides.size(), 8U);
  EXPECT_TRUE(rows[0].crossed);
  other.row(100, 100, 5);
  other.row(380, 100, 5);  // boxes of another number; no rule runs between them
  EXPECT_EQ(boxed_rows(*other.image(), 300).size(), 2U);
}

TEST(BoxedRows, RowsOnTwoLinesOfTextAreNoTable) {
  Paper paper;
  paper.row(100, 100, 6);
  paper.row(60, 165, 8);
  EXPECT_EQ(boxed_rows(*paper.image(), 300).size(), 2U);
}

TEST(BoxedRows, WhatIsPaintedOverLeavesNoInk) {
  Paper paper;
  paper.row(100, 100, 6);
  const auto image = paper.image();
  const auto rest = without_rows(*image, boxed_rows(*image, 300));
  ASSERT_TRUE(rest);
  EXPECT_FALSE(has_contrast(*rest, {0, 0, 600, 300}, 20));
}

}  // namespace
}  // namespace mizan::documents
