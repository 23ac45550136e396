// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/visual_order.hpp"

#include <gtest/gtest.h>

#include "base/persian/utf8.hpp"

namespace mizan::documents {
namespace {

struct Case {
  const char* visual;
  const char* logical;
};

TEST(VisualOrder, PersianWordsAreTurnedNumbersAndBracketsAreNot) {
  for (const auto& each : {
           Case{"مالس", "سلام"},                                          // letter-reversed, as Poppler gives it
           Case{"۱۴۰۳/۰۴/۰۱", "۱۴۰۳/۰۴/۰۱"},                              // a date stays
           Case{"72-10-1234", "72-10-1234"},                              // groups stay as drawn
           Case{":خیرات", "تاریخ:"},                                      // signs move to the other end
           Case{"Windows", "Windows"}, Case{"\u202Bمالس\u202C", "سلام"},  // bidi marks are dropped
           Case{")لایر(", "(ریال)"},                                      // brackets keep their glyphs
       })
    EXPECT_EQ(logical_word(each.visual), each.logical);
}

TEST(VisualOrder, CharactersOfOneGlyphKeepTheirOrder) {
  // «پلاک» drawn with the glyph لا: Poppler gives its characters in logical order inside the visual word.
  auto visual = persian::decode("کلاپ");
  turn_glyph(visual, 1, 2);
  EXPECT_EQ(logical_word(persian::encode(visual)), "پلاک");
  turn_glyph(visual, 3, 9);  // beyond the end: nothing happens
  EXPECT_EQ(visual.size(), 4U);
}

TEST(VisualOrder, LogicalTextOnlyLosesItsMarks) {
  EXPECT_EQ(without_bidi_marks("\u200Fردیف\u200E"), "ردیف");
}

}  // namespace
}  // namespace mizan::documents
