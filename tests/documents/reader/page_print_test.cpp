// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/page_print.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace mizan::documents {
namespace {

constexpr int k_width = 480, k_height = 360;

/// Always the same numbers for the same seed.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : m_state(seed) {}
  int below(int most) {
    m_state = m_state * 1664525U + 1013904223U;
    return static_cast<int>((m_state >> 8U) % static_cast<std::uint32_t>(most));
  }

 private:
  std::uint32_t m_state;
};

PixPtr image_of(const std::string& rows, int width = k_width) {
  return gray_image(rows.data(), width, static_cast<int>(rows.size()) / width, width, 0);
}

/// Surfaces in all shades, as a shop front has them.
std::string surfaces(std::uint32_t seed) {
  Dice dice(seed);
  std::string rows(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(90));
  for (int i = 0; i < 60; ++i) {
    const int x0 = dice.below(k_width), y0 = dice.below(k_height);
    const int x1 = std::min(k_width, x0 + 20 + dice.below(140)), y1 = std::min(k_height, y0 + 20 + dice.below(110));
    const char shade = static_cast<char>(20 + dice.below(200));
    for (int y = y0; y < y1; ++y)
      std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(y) * k_width + x0, x1 - x0, shade);
  }
  return rows;
}

std::string darker(std::string rows) {
  for (char& pixel : rows) pixel = static_cast<char>(static_cast<unsigned char>(pixel) * 3 / 5);
  return rows;
}

PagePrint print_of(const Pix& image) {
  return page_print(Page{}, &image);
}

Page page_with(const std::vector<std::string>& words) {
  Page page;
  Line line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int x = 100 + 40 * static_cast<int>(i);
    line.words.insert(line.words.begin(), static_cast<int>(i));  // right to left, as lines are
    page.words.push_back({{x, 10, x + 30, 30}, {{words[i], 90, "test"}}});
  }
  page.lines.push_back(line);
  return page;
}

TEST(PagePrint, HasTheNumbersOfThePageInWhateverDigits) {
  const auto persian = page_print(page_with({"شماره", "۹۹۳۴۱۲۳۴۵", "۱۴۰۳/۰۵/۱۲"}), nullptr);
  EXPECT_EQ(persian.numbers.size(), 2U);
  EXPECT_EQ(persian.numbers, page_print(page_with({"993412345", "1403-05-12"}), nullptr).numbers);
  EXPECT_TRUE(page_print(page_with({"شماره", "ماده", "12"}), nullptr).empty());
}

TEST(PagePrint, JoinsDigitsThatStandInBoxes) {
  const auto boxes = page_print(page_with({"4", "1", "3", "9", "8", "7", "6", "5"}), nullptr);
  EXPECT_EQ(boxes.numbers, page_print(page_with({"41398765"}), nullptr).numbers);
}

TEST(PagePrint, KnowsAPictureTurnedDarkenedAndCropped) {
  const auto rows = surfaces(7);
  const auto image = image_of(rows);
  const auto print = print_of(*image);
  ASSERT_EQ(print.views.size(), PagePrint::k_views);
  for (const int degrees : {90, 180, 270})
    EXPECT_EQ(likeness(print, print_of(*turned(*image, degrees))).alike, Alike::wholly) << degrees;
  EXPECT_EQ(likeness(print, print_of(*image_of(darker(rows)))).alike, Alike::wholly);
  const auto crop = cropped(*image, {25, 18, k_width - 20, k_height - 15});
  EXPECT_NE(likeness(print, print_of(*crop)).alike, Alike::no);
  EXPECT_NE(likeness(print, print_of(*scaled(*image, 0.4))).alike, Alike::no);
  const auto keys = keys_to_store(print);
  const auto asked = keys_to_ask(print_of(*turned(*crop, 90)));
  EXPECT_TRUE(std::any_of(asked.begin(), asked.end(), [&](const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  })) << "and finds it again";
}

TEST(PagePrint, TellsPicturesApart) {
  std::vector<PagePrint> prints;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) prints.push_back(print_of(*image_of(surfaces(seed))));
  for (std::size_t i = 0; i < prints.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_EQ(likeness(prints[i], prints[j]).alike, Alike::no) << i << " " << j;
}

TEST(PagePrint, PaperIsNoPicture) {
  std::string sheet(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(235));
  for (int line = 30; line < k_height - 30; line += 14)
    for (int x = 40; x < k_width - 40; x += 3) sheet[static_cast<std::size_t>(line * k_width + x)] = 30;
  EXPECT_TRUE(print_of(*image_of(sheet)).empty()) << "print that could not be read";
  std::string lit = sheet;
  for (int y = 0; y < k_height; ++y)
    for (int x = 0; x < k_width; ++x) {
      auto& pixel = lit[static_cast<std::size_t>(y * k_width + x)];
      pixel = static_cast<char>(static_cast<unsigned char>(pixel) * (400 + x) / 1000);
    }
  EXPECT_TRUE(print_of(*image_of(lit)).empty()) << "the same in the light of a lamp";
  EXPECT_TRUE(
      print_of(*image_of(std::string(static_cast<std::size_t>(k_width) * k_height, static_cast<char>(60)))).empty());
}

TEST(PagePrint, APageWithTextIsKnownByItsTextAlone) {
  Page page;
  for (int i = 0; i < 30; ++i) page.words.push_back({{i, 0, i + 1, 1}, {{"واژه", 90, "test"}}});
  EXPECT_TRUE(page_print(page, image_of(surfaces(3)).get()).empty());
}

}  // namespace
}  // namespace mizan::documents
