// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_survey.hpp"

#include <gtest/gtest.h>

namespace mizan::documents {
namespace {

PageSurvey survey(int visible, int invisible, int covered, double image, int drawings = 0) {
  PageSurvey out;
  out.visible_characters = visible;
  out.invisible_characters = invisible;
  out.covered_characters = covered;
  out.images = image > 0 ? 1 : 0;
  out.largest_image = image;
  out.drawings = drawings;
  return out;
}

TEST(PageKind, OnlyVisibleUncoveredTextIsBelieved) {
  EXPECT_EQ(page_kind(survey(500, 0, 0, 0)), PageKind::digital);
  EXPECT_EQ(page_kind(survey(500, 0, 0, 1)), PageKind::digital) << "a letterhead behind the text";
  EXPECT_EQ(page_kind(survey(0, 500, 0, 1)), PageKind::hidden_ocr);
  EXPECT_EQ(page_kind(survey(0, 500, 0, 0)), PageKind::hidden_ocr) << "invisible text needs no image to lie";
  EXPECT_EQ(page_kind(survey(0, 0, 500, 1)), PageKind::hidden_ocr) << "text behind the scan";
  EXPECT_EQ(page_kind(survey(30, 500, 0, 1)), PageKind::hidden_ocr) << "a scanner's stamp over a hidden layer";
  EXPECT_EQ(page_kind(survey(25, 0, 0, 1)), PageKind::image) << "a scanner's stamp over a scan";
  EXPECT_EQ(page_kind(survey(0, 0, 0, 1)), PageKind::image);
  EXPECT_EQ(page_kind(survey(0, 0, 0, 0, 900)), PageKind::image) << "letters drawn as curves";
  EXPECT_EQ(page_kind(survey(0, 0, 0, 0)), PageKind::blank);
}

TEST(PageKind, TextWithoutMeaningIsLookedAtInstead) {
  auto page = survey(500, 0, 0, 0);
  page.unmapped_characters = 400;
  EXPECT_EQ(page_kind(page), PageKind::image);
}

}  // namespace
}  // namespace mizan::documents
