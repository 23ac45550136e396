// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/opinions.hpp"

#include <gtest/gtest.h>

namespace mizan::documents {
namespace {

std::vector<Word> page() {
  return {{{100, 0, 200, 20}, {{"۱۲۳۴", 80, "tesseract:fas"}}}};
}

TEST(Opinions, AnotherPassBecomesAnotherReadingOfTheSameWord) {
  auto words = page();
  add_opinion(words, {{{105, 2, 198, 19}, "1234", 70}}, "tesseract:eng");
  ASSERT_EQ(words.size(), 1U);
  ASSERT_EQ(words[0].readings.size(), 2U);
  EXPECT_EQ(words[0].text(), "۱۲۳۴");
  EXPECT_EQ(words[0].readings[1].text, "1234");
  EXPECT_EQ(words[0].readings[1].recogniser, "tesseract:eng");
}

TEST(Opinions, SeveralWordsInsideOneAreJoinedInReadingOrder) {
  auto words = page();
  add_opinion(words, {{{150, 0, 200, 20}, "۳۴", 60}, {{100, 0, 140, 20}, "۱۲", 90}}, "b");
  EXPECT_EQ(words[0].readings[1].text, "۱۲ ۳۴");
  EXPECT_EQ(words[0].readings[1].confidence, 60);
  words = page();
  add_opinion(words, {{{100, 0, 140, 20}, "علی", 60}, {{150, 0, 200, 20}, "نام", 90}}, "b");
  EXPECT_EQ(words[0].readings[1].text, "نام علی");
}

TEST(Opinions, WhatOthersMissedBecomesAWord) {
  auto words = page();
  add_opinion(words, {{{300, 0, 340, 20}, "۵۶", 55}}, "b");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[1].text(), "۵۶");
  EXPECT_EQ(words[0].readings.size(), 1U);
}

}  // namespace
}  // namespace mizan::documents
