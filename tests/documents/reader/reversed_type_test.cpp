// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/reversed_type.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

constexpr int k_width = 800, k_height = 1000;
constexpr char k_paper = static_cast<char>(200);

/// A page to be drawn on.
class Drawing {
 public:
  void fill(const Box& box, int level) {
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x)
        m_rows[static_cast<std::size_t>(y * k_width + x)] = static_cast<char>(level);
  }
  /// Something like letters: upright strokes of four pixels.
  void letters(const Box& box, int level) {
    for (int x = box.x0; x + 4 <= box.x1; x += 10) fill({x, box.y0, x + 4, box.y1}, level);
  }
  [[nodiscard]] PixPtr image() const { return gray_image(m_rows.data(), k_width, k_height, k_width, 150); }

 private:
  std::string m_rows = std::string(static_cast<std::size_t>(k_width) * k_height, k_paper);
};

int level(const Pix& image, int x, int y) {
  return static_cast<unsigned char>(gray_rows(image)[static_cast<std::size_t>(y * width_of(image) + x)]);
}

TEST(ReversedType, LightLettersOnABandBecomeDarkOnPaper) {
  for (const int band : {0, 40, 90}) {
    Drawing page;
    page.fill({100, 200, 700, 250}, band);
    page.letters({300, 215, 500, 237}, 190);
    const auto image = page.image();
    const auto areas = reversed_areas(*image);
    ASSERT_EQ(areas.size(), 1U) << band;
    EXPECT_EQ(areas[0], (Box{100, 200, 700, 250}));
    const auto turned = with_dark_letters(*image, areas, 1);
    EXPECT_GE(level(*turned, 150, 225), 190);
    EXPECT_LE(level(*turned, 301, 225), 10);
    EXPECT_EQ(level(*turned, 50, 225), 200) << "what lies outside stays";
    EXPECT_EQ(level(*image, 150, 225), band) << "so does the image that was given";
  }
}

TEST(ReversedType, AGreyBandIsNotTakenForPaperWhenTheLightIsEvened) {
  Drawing page;
  page.fill({0, 0, k_width, k_height}, 225);
  page.fill({100, 200, 700, 250}, 72);
  page.letters({300, 215, 500, 237}, 220);
  EXPECT_EQ(reversed_areas(*sheet_of(*page.image(), 150).coarse).size(), 1U);
}

TEST(ReversedType, CellsOfOneHeadAreOneBand) {
  Drawing page;
  page.fill({100, 200, 700, 250}, 20);
  page.fill({300, 200, 302, 250}, 200);
  page.letters({150, 215, 250, 237}, 200);
  page.letters({400, 215, 600, 237}, 200);
  EXPECT_EQ(reversed_areas(*page.image()).size(), 1U);
}

TEST(ReversedType, NeitherPrintNorRulesNorAnEmptyBandNorAPicture) {
  Drawing page;
  page.letters({100, 100, 700, 130}, 0);
  page.fill({100, 300, 700, 304}, 0);
  page.fill({100, 400, 700, 440}, 10);
  page.fill({100, 500, 400, 900}, 30);
  page.letters({150, 600, 350, 700}, 190);
  EXPECT_TRUE(reversed_areas(*page.image()).empty());
}

TEST(ReversedType, ASheetWithoutItIsShared) {
  Drawing page;
  page.letters({100, 100, 700, 130}, 0);
  const auto sheet = sheet_of(*page.image(), 150);
  const auto dark = with_dark_letters(sheet, reversed_areas(*sheet.coarse));
  EXPECT_EQ(dark.sharp.get(), sheet.sharp.get());
  EXPECT_EQ(dark.coarse.get(), sheet.coarse.get());
}

}  // namespace
}  // namespace mizan::documents
