// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pieces.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

namespace mizan::documents {
namespace {

/// White paper on which marks are set as black rectangles, twice as sharp as what pieces are found in: all numbers here
/// are pixels of the paper.
class Paper {
 public:
  Paper() : m_pix(pixCreate(800, 400, 8)) { pixSetAll(m_pix.get()); }
  void mark(int x, int y, int width, int height, unsigned level = 0) {
    for (int row = y; row < y + height; ++row)
      for (int column = x; column < x + width; ++column) pixSetPixel(m_pix.get(), column, row, level);
  }
  /// As wide as letters are, each followed by a small gap; returns where the last one ends.
  int letters(int x, int y, int count) {
    for (int i = 0; i < count; ++i) mark(x + 24 * i, y, 16, 28);
    return x + 24 * (count - 1) + 16;
  }
  [[nodiscard]] std::vector<Piece> pieces(std::vector<Box> rules = {}) const {
    for (auto& rule : rules) rule = {rule.x0 / 2, rule.y0 / 2, rule.x1 / 2, rule.y1 / 2};
    auto out = pieces_of(*scaled(*m_pix, 0.5), rules);
    for (auto& piece : out) {
      piece.box = {2 * piece.box.x0, 2 * piece.box.y0, 2 * piece.box.x1, 2 * piece.box.y1};
      piece.letter_height *= 2;
    }
    return out;
  }

 private:
  PixPtr m_pix;
};

TEST(Pieces, NothingOnEmptyPaper) {
  EXPECT_TRUE(Paper().pieces().empty());
}

TEST(Pieces, LinesAndWideGapsPart) {
  Paper paper;
  const int end = paper.letters(100, 50, 5);
  paper.letters(end + 90, 50, 3);
  paper.letters(100, 110, 4);
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0].box, (Box{100, 50, end, 78}));
  EXPECT_EQ(pieces[0].letter_height, 28);
  EXPECT_EQ(pieces[1].box.x0, end + 90);
  EXPECT_EQ(pieces[2].box.y0, 110);
}

TEST(Pieces, RowsOfSmallMarksBelongToTheirLine) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  for (int i = 0; i < 6; ++i) paper.mark(end + 10 + 18 * i, 60, 8, 8);  // «۰۰۰۰۰۰»
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box, (Box{100, 50, end + 10 + 18 * 5 + 8, 78}));
}

TEST(Pieces, ZerosBehindACommaThatHangsLowBelongToTheirNumber) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  paper.mark(end + 6, 88, 8, 10);  // below the line, as some typefaces set it
  for (int i = 0; i < 3; ++i) paper.mark(end + 30 + 18 * i, 60, 8, 8);
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box.x1, end + 30 + 18 * 2 + 8);
}

TEST(Pieces, ZerosBehindAHighCommaBelongToTheirLine) {
  Paper paper;
  const int end = paper.letters(100, 50, 4);
  paper.mark(end + 8, 50, 6, 14);  // «٬»
  for (int i = 0; i < 3; ++i) paper.mark(end + 34 + 30 * i, 62, 8, 8);
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box.x1, end + 34 + 60 + 8);
}

TEST(Pieces, FaintDotsBesideALineWidenIt) {
  Paper paper;
  const int end = paper.letters(100, 50, 4);
  for (int i = 0; i < 3; ++i) paper.mark(end + 10 + 18 * i, 60, 8, 8, 215);
  paper.mark(end + 10, 90, 8, 8, 215);  // below it: dirt
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box, (Box{100, 50, end + 10 + 36 + 8, 78}));
}

TEST(Pieces, AStampAcrossALinePartsItNot) {
  Paper paper;
  const int end = paper.letters(100, 150, 3);
  const int begin = end + 130;
  paper.letters(begin, 150, 3);
  EXPECT_EQ(paper.pieces().size(), 2U);
  for (int side = 0; side < 2; ++side) {  // the ring of a stamp, square here, which takes in the letters it touches
    paper.mark(end + 4 + 116 * side, 60, 4, 200);
    paper.mark(end + 4, 60 + 196 * side, 120, 4);
  }
  EXPECT_EQ(paper.pieces().size(), 2U) << "nothing between its sides";
  for (int i = 0; i < 4; ++i) paper.mark(end + 14 + 26 * i, 150, 20, 28);
  paper.mark(end + 4, 174, 120, 4);
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box.x0, 100);
  EXPECT_EQ(pieces[0].box.x1, begin + 64);
}

TEST(Pieces, SmallMarksBridgeWhatThinPrintBroke) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  for (int i = 0; i < 4; ++i) paper.mark(end + 10 + 18 * i, 60, 8, 8);
  paper.letters(end + 84, 50, 2);
  EXPECT_EQ(paper.pieces().size(), 1U);
}

TEST(Pieces, SpecksDoNotDecideHowTallLettersAre) {
  Paper paper;
  paper.letters(100, 50, 5);
  for (int i = 0; i < 60; ++i) paper.mark(10 + 12 * i, 250 + 13 * (i % 9), 3, 10);
  const auto pieces = paper.pieces();
  ASSERT_FALSE(pieces.empty());
  EXPECT_EQ(pieces.front().letter_height, 28);
}

TEST(Pieces, StampsAndSignaturesAreNoPrint) {
  Paper paper;
  paper.letters(100, 50, 5);
  paper.mark(500, 150, 180, 180);
  EXPECT_EQ(paper.pieces().size(), 1U);
}

TEST(Pieces, TheDotsOfALetterAreCutOutWithIt) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  paper.mark(108, 34, 6, 6);  // over the first letter
  paper.mark(132, 88, 6, 6);  // under the second
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box, (Box{100, 34, end, 94}));
}

TEST(Pieces, ADottedRuleIsNoLetters) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  for (int x = 60; x < 500; x += 12) paper.mark(x, 86, 4, 4);
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box, (Box{100, 50, end, 78}));
}

TEST(Pieces, WhatIsLeftOfARuleLinksNoRows) {
  Paper paper;
  paper.letters(100, 50, 5);
  paper.letters(100, 120, 5);
  for (int x = 90; x < 420; ++x) paper.mark(x, 64 + x / 8, 1, 2);  // slopes over both
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].box.y0, 50);
  EXPECT_EQ(pieces[1].box.y0, 120);
}

TEST(Pieces, ARuleBetweenColumnsPartsAndOneOfADigitBoxDoesNot) {
  Paper paper;
  const int end = paper.letters(100, 50, 3);
  paper.letters(end + 24, 50, 3);
  EXPECT_EQ(paper.pieces().size(), 1U);
  EXPECT_EQ(paper.pieces({{end + 11, 0, end + 14, 200}}).size(), 2U);
  EXPECT_EQ(paper.pieces({{end + 11, 40, end + 14, 90}}).size(), 1U);
}

TEST(Pieces, ASlopingLineIsMadeLevelAboutItsMiddle) {
  Paper paper;
  for (int i = 0; i < 20; ++i) paper.mark(100 + 24 * i, 100 + i, 16, 28);  // sinks by 19 pixels
  const auto pieces = paper.pieces();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_NEAR(pieces[0].slope, 1.0 / 24, 0.004);
  EXPECT_NEAR(pieces[0].box.y0, 109, 3);
  EXPECT_NEAR(pieces[0].box.height(), 28, 4);
}

}  // namespace
}  // namespace mizan::documents
