// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/borrowed_letters.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace mizan::documents {
namespace {

Word word(const Box& box, std::string text) {
  return {box, {{std::move(text), 100, "text_layer"}}};
}

std::vector<std::string> texts(const std::vector<Word>& words) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const auto& each : words) out.push_back(each.text());
  return out;
}

TEST(BorrowedLetters, ComeBackBetweenTheirNeighbours) {
  std::vector<Word> words{word({1093, 398, 1111, 430}, "نام"), word({1055, 398, 1087, 430}, "مست"),
                          word({1048, 378, 1055, 411}, "أ"), word({1023, 398, 1051, 430}, "جر")};
  put_back_borrowed_letters(words);
  EXPECT_EQ(texts(words), (std::vector<std::string>{"نام", "مستأجر"}));
  EXPECT_EQ(words.back().box, (Box{1023, 398, 1087, 430}));
}

TEST(BorrowedLetters, MayBeginAWord) {
  std::vector<Word> words{word({1100, 482, 1106, 515}, "آ"), word({1057, 501, 1097, 533}, "درس"),
                          word({1005, 501, 1051, 533}, "ملک")};
  put_back_borrowed_letters(words);
  EXPECT_EQ(texts(words), (std::vector<std::string>{"آدرس", "ملک"}));
}

TEST(BorrowedLetters, LettersOfAWatermarkAreNone) {
  const std::vector<Word> words{word({790, 626, 850, 816}, "ک"), word({761, 643, 790, 834}, "پ"),
                                word({700, 720, 758, 770}, "شدید"), word({600, 720, 690, 770}, "است")};
  auto after = words;
  put_back_borrowed_letters(after);
  EXPECT_EQ(texts(after), texts(words));
}

TEST(BorrowedLetters, AWordOfOneLetterOnItsLineStays) {
  std::vector<Word> words{word({500, 100, 560, 130}, "دفتر"), word({480, 100, 495, 130}, "ی"),
                          word({400, 100, 475, 130}, "پیشخوان")};
  put_back_borrowed_letters(words);
  EXPECT_EQ(words.size(), 3U);
}

}  // namespace
}  // namespace mizan::documents
