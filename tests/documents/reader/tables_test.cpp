// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tables.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

constexpr int k_width = 1000, k_height = 600;

/// A page to draw rules on, two pixels thick.
class Drawing {
 public:
  void fill(const Box& box, int level = 0) {
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x)
        m_rows[static_cast<std::size_t>(y) * k_width + static_cast<std::size_t>(x)] = static_cast<char>(level);
  }
  void clear(const Box& box) { fill(box, 255); }
  void across(int y, int x0 = 100, int x1 = 900) { fill({x0, y, x1 + 2, y + 2}); }
  void down(int x, int y0, int y1) { fill({x, y0, x + 2, y1 + 2}); }
  [[nodiscard]] PixPtr image() const { return gray_image(m_rows.data(), k_width, k_height, k_width, 100); }

 private:
  std::string m_rows = std::string(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(-1));
};

/// With a word at each place, 40 pixels wide and 20 high.
Page page_with(const std::vector<std::pair<int, int>>& places, PageKind kind = PageKind::image) {
  Page page;
  page.kind = kind;
  page.width_px = k_width;
  page.height_px = k_height;
  for (const auto& [x, y] : places) {
    page.lines.push_back({{}, {static_cast<int>(page.words.size())}});
    page.words.push_back({{x - 20, y - 10, x + 20, y + 10}, {{"پروین", 100, "text_layer"}}});
  }
  return page;
}

const TableCell* cell_of(const Table& table, int word) {
  for (const auto& cell : table.cells)
    for (const int each : cell.words)
      if (each == word) return &cell;
  return nullptr;
}

/// The row and the column of a word's cell.
std::pair<int, int> place_of(const Table& table, int word) {
  const auto* cell = cell_of(table, word);
  return cell == nullptr ? std::pair(-1, -1) : std::pair(cell->row, cell->column);
}

/// A table of two columns: heads, and one row whose left column has a row of digit boxes drawn across it, up to `end`.
PixPtr table_with_digit_boxes(int end = 502) {
  Drawing drawing;
  for (const int y : {100, 200, 500}) drawing.across(y);
  for (const int x : {100, 500, 900}) drawing.down(x, 100, 500);
  for (const int y : {320, 370}) drawing.across(y, 100, end - 2);
  for (int x = 100; x < end - 2; x += 40) drawing.down(x, 320, 370);
  return drawing.image();
}

TEST(RuledTables, DigitBoxesPartNoCell) {
  for (const auto kind : {PageKind::digital, PageKind::image})
    for (const int end : {502, 382}) {
      const auto tables =
          ruled_tables(*table_with_digit_boxes(end), page_with({{740, 265}, {740, 435}, {120, 345}, {160, 345}}, kind));
      ASSERT_EQ(tables.size(), 1U);
      EXPECT_EQ(tables[0].cells.size(), 4U);
      EXPECT_EQ(place_of(tables[0], 0), std::pair(1, 0)) << "columns count from the right";
      EXPECT_EQ(place_of(tables[0], 1), std::pair(1, 0)) << "both lines of the name are in one cell";
      EXPECT_EQ(place_of(tables[0], 2), std::pair(1, 1));
      EXPECT_EQ(place_of(tables[0], 3), std::pair(1, 1));
    }
}

/// A heading, three cells, an address, two cells.
Drawing mixed_rows() {
  Drawing drawing;
  for (const int y : {100, 160, 240, 320, 400}) drawing.across(y);
  for (const int x : {100, 900}) drawing.down(x, 100, 400);
  for (const int x : {300, 600}) drawing.down(x, 160, 240);
  drawing.down(500, 320, 400);
  return drawing;
}

TEST(RuledTables, RowsMayBeDividedDifferently) {
  const auto tables =
      ruled_tables(*mixed_rows().image(),
                   page_with({{500, 130}, {800, 200}, {400, 200}, {200, 200}, {560, 280}, {700, 360}, {300, 360}}));
  ASSERT_EQ(tables.size(), 1U);
  const auto& table = tables[0];
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.columns, 4) << "as many as there are places of rules, less one";
  ASSERT_EQ(table.cells.size(), 7U);
  const std::vector<std::pair<int, int>> places{{0, 0}, {1, 0}, {1, 1}, {1, 3}, {2, 0}, {3, 0}, {3, 2}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_EQ(std::pair(table.cells[i].row, table.cells[i].column), places[i]) << i;
    EXPECT_EQ(table.cells[i].words, std::vector{static_cast<int>(i)});
  }
  EXPECT_NEAR(table.cells[0].box.x0, 100, 2);
  EXPECT_NEAR(table.cells[0].box.x1, 900, 2) << "the heading goes over the whole width";
  EXPECT_NEAR(table.cells[5].box.x0, 500, 2);
}

TEST(RuledTables, StampsAndLettersPartNoCell) {
  auto drawing = mixed_rows();
  drawing.down(700, 262, 300);  // a stem
  for (const int y : {270, 300}) drawing.across(y, 250, 450);
  for (const int x : {250, 450}) drawing.down(x, 270, 300);  // a stamp in a cell
  for (const int y : {215, 345}) drawing.across(y, 620, 780);
  for (const int x : {620, 780}) drawing.down(x, 215, 345);  // one over rules
  const auto tables = ruled_tables(*drawing.image(), page_with({{500, 130}}));
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows, 4);
}

/// Six columns of 120 pixels, rows of 40.
Drawing list(int rows) {
  Drawing drawing;
  for (int row = 0; row <= rows; ++row) drawing.across(40 + 40 * row, 100, 820);
  for (int column = 0; column <= 6; ++column) drawing.down(100 + 120 * column, 40, 40 + 40 * rows);
  return drawing;
}

void expect_list(const Drawing& drawing, int rows) {
  const auto tables = ruled_tables(*drawing.image(), page_with({{760, 60}}));
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0].cells.size(), static_cast<std::size_t>(6 * rows));
  for (int at = 0; at < 6 * rows; ++at) {
    const auto& cell = tables[0].cells[static_cast<std::size_t>(at)];
    EXPECT_EQ(std::pair(cell.row, cell.column), std::pair(at / 6, at % 6));
    EXPECT_NEAR(cell.box.x1, 820 - 120 * cell.column, 2);
    EXPECT_NEAR(cell.box.y0, 40 + 40 * cell.row, 2);
  }
}

TEST(RuledTables, AListHasACellInEachRowAndColumn) {
  expect_list(list(12), 12);
}

TEST(RuledTables, GapsJoinNoColumnsAndNoRows) {
  auto drawing = list(12);
  drawing.clear({338, 208, 346, 230});  // most of a rule down, between two rows
  drawing.clear({470, 118, 510, 124});  // a third of one across
  expect_list(drawing, 12);
}

TEST(RuledTables, ARuleMaySlopeAndBend) {
  Drawing drawing;
  const auto lower = [](int x) { return (x - 100) * (x - 100) / 60'000; };  // ten pixels at the right
  for (int row = 0; row <= 6; ++row)
    for (int x = 100; x < 902; ++x) drawing.fill({x, 60 + 60 * row + lower(x), x + 1, 63 + 60 * row + lower(x)});
  for (const int x : {100, 300, 500, 700, 900}) drawing.down(x, 60 + lower(x), 420 + lower(x));
  const auto tables = ruled_tables(*drawing.image(), page_with({{800, 98}, {200, 92}}));
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].cells.size(), 24U);
  EXPECT_EQ(place_of(tables[0], 0), std::pair(0, 0));
  EXPECT_EQ(place_of(tables[0], 1), std::pair(0, 3));
}

TEST(RuledTables, RulesDownAloneMakeOneTallRow) {
  Drawing drawing;
  for (const int y : {100, 140, 500}) drawing.across(y);
  for (const int x : {100, 300, 500, 700, 900}) drawing.down(x, 100, 500);
  const auto tables = ruled_tables(*drawing.image(), page_with({{800, 120}, {800, 180}, {800, 460}}));
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0].cells.size(), 8U);
  EXPECT_EQ(place_of(tables[0], 0), std::pair(0, 0));
  EXPECT_EQ(place_of(tables[0], 1), std::pair(1, 0));
  EXPECT_EQ(place_of(tables[0], 2), std::pair(1, 0));
}

TEST(RuledTables, AHeadWithoutRulesIsPartedByItsWords) {
  Drawing drawing;
  for (const int y : {100, 140, 180, 220}) drawing.across(y);
  for (const int x : {100, 900}) drawing.down(x, 100, 220);
  for (const int x : {300, 500, 700}) drawing.down(x, 140, 220);
  const auto heads = ruled_tables(*drawing.image(), page_with({{800, 120}, {600, 120}, {400, 120}, {200, 120}}));
  ASSERT_EQ(heads.size(), 1U);
  EXPECT_EQ(heads[0].cells.size(), 12U);
  const auto heading = ruled_tables(*drawing.image(), page_with({{600, 120}, {550, 120}, {450, 120}, {400, 120}}));
  ASSERT_EQ(heading.size(), 1U);
  EXPECT_EQ(heading[0].cells.size(), 9U);
}

TEST(RuledTables, AFrameAroundATableIsNone) {
  Drawing drawing;
  for (const int y : {20, 580}) drawing.across(y, 20, 980);
  for (const int x : {20, 980}) drawing.down(x, 20, 580);
  for (const int y : {200, 260, 320}) drawing.across(y);
  for (const int x : {100, 500, 900}) drawing.down(x, 200, 320);
  const auto tables = ruled_tables(*drawing.image(), page_with({{700, 230}, {500, 100}}));
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].cells.size(), 4U);
  EXPECT_EQ(cell_of(tables[0], 1), nullptr);
}

TEST(RuledTables, AStreakDownThePagePartsNothing) {
  Drawing drawing;
  for (const int y : {40, 540}) drawing.across(y, 20, 980);
  for (const int x : {20, 980}) drawing.down(x, 40, 540);
  for (const int y : {200, 260, 320, 380}) drawing.across(y);
  for (const int x : {100, 500, 900}) drawing.down(x, 200, 380);
  drawing.fill({700, 0, 702, 600});
  const auto tables = ruled_tables(*drawing.image(), page_with({{740, 230}, {600, 230}, {500, 100}}));
  ASSERT_EQ(tables.size(), 1U) << "nor does it make one of the frame and the table";
  EXPECT_EQ(tables[0].cells.size(), 6U);
  EXPECT_EQ(cell_of(tables[0], 0), cell_of(tables[0], 1));
}

}  // namespace
}  // namespace mizan::documents
