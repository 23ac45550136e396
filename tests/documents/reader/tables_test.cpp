// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tables.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_width = 1000, k_height = 600;

/// A table of two columns: heads, and one row whose left column has a row of digit boxes drawn across it, up to `end`.
PixPtr table_with_digit_boxes(int end = 502) {
  std::string rows(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(-1));
  const auto fill = [&](const Box& box) {
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x)
        rows[static_cast<std::size_t>(y) * k_width + static_cast<std::size_t>(x)] = 0;
  };
  for (const int y : {100, 200, 500}) fill({100, y, 902, y + 2});
  for (const int x : {100, 500, 900}) fill({x, 100, x + 2, 502});
  for (const int y : {320, 380}) fill({100, y, end, y + 2});
  for (int x = 100; x < end - 2; x += 40) fill({x, 320, x + 2, 382});
  return gray_image(rows.data(), k_width, k_height, k_width, 100);
}

/// A name over two lines in the right column, digits in the boxes of the left one.
Page page_of(PageKind kind) {
  Page page;
  page.kind = kind;
  page.width_px = k_width;
  page.height_px = k_height;
  for (const auto& [box, text] : {std::pair{Box{700, 250, 780, 280}, "پروین"},
                                  std::pair{Box{700, 420, 780, 450}, "رحیمی"}, std::pair{Box{110, 335, 130, 365}, "۷"}})
    page.words.push_back({box, {{text, 100, "text_layer"}}});
  page.lines = {{{}, {0}}, {{}, {2}}, {{}, {1}}};
  return page;
}

const TableCell* cell_of(const Table& table, int word) {
  for (const auto& cell : table.cells)
    for (const int each : cell.words)
      if (each == word) return &cell;
  return nullptr;
}

TEST(RuledTables, DigitBoxesDoNotPartTheColumnBesideThem) {
  const auto image = table_with_digit_boxes();
  const auto tables = ruled_tables(*image, page_of(PageKind::digital));
  ASSERT_EQ(tables.size(), 1U);
  const auto* name = cell_of(tables[0], 0);
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name, cell_of(tables[0], 1)) << "both lines of the name are in one cell";
  EXPECT_EQ(name->row, 1);
  EXPECT_EQ(name->column, 0) << "columns count from the right";
  EXPECT_NE(cell_of(tables[0], 2), name);
}

TEST(RuledTables, OfAScannedRuleHalfIsEnoughAndLessIsNone) {
  const auto half = table_with_digit_boxes(), less = table_with_digit_boxes(382);
  const auto parted = ruled_tables(*half, page_of(PageKind::image));
  ASSERT_EQ(parted.size(), 1U);
  EXPECT_NE(cell_of(parted[0], 0), cell_of(parted[0], 1));
  const auto whole = ruled_tables(*less, page_of(PageKind::image));
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(cell_of(whole[0], 0), cell_of(whole[0], 1));
}

}  // namespace
}  // namespace mizan::documents
