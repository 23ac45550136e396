// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tilt.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

namespace mizan::documents {
namespace {

constexpr int k_width = 800, k_height = 1000;

Piece line(int y, double slope, int width = 600) {
  return {{100, y, 100 + width, y + 20}, 20, slope};
}

TEST(TiltOf, LevelPagesAndFewLinesTellNothing) {
  EXPECT_FALSE(tilt_of({}, k_height).noticeable());
  EXPECT_FALSE(tilt_of({line(100, 0.02), line(500, 0.02)}, k_height).noticeable());
  EXPECT_FALSE(tilt_of({line(100, 0), line(300, 0), line(500, 0), line(700, 0), line(900, 0)}, k_height).noticeable());
}

TEST(TiltOf, GrowsDownThePageAndLeavesOutWhatGoesAstray) {
  const auto tilt = tilt_of({line(90, 0.001), line(290, 0.005), line(490, 0.009), line(690, 0.013), line(890, 0.017),
                             line(500, -0.07, 250), line(200, 0.06, 100)},
                            k_height);
  EXPECT_TRUE(tilt.noticeable());
  EXPECT_NEAR(tilt.middle, 0.009, 0.001);
  EXPECT_NEAR(tilt.spread, 0.02, 0.002);
}

TEST(Levelled, PutsALineThatSankBackOnOneHeight) {
  const Tilt tilt{0.01, 0.02};
  const PixPtr image(pixCreate(k_width, k_height, 8));
  pixSetAll(image.get());
  const int y = 800;  // where the slope is 0.016
  for (int x = 0; x < k_width; ++x)
    for (int thick = 0; thick < 5; ++thick)
      pixSetPixel(image.get(), x, y + thick + static_cast<int>(0.016 * (x - k_width / 2)), 0);
  const auto level = levelled(*image, 0, tilt);
  ASSERT_TRUE(level);
  ASSERT_EQ(width_of(*level), k_width);
  for (const int x : {20, 400, 780}) {
    l_uint32 grey = 255;
    pixGetPixel(level.get(), x, y + 2, &grey);
    EXPECT_LT(grey, 60U) << x;
  }
}

TEST(Levelled, TurnsAsStraighteningDoes) {
  const PixPtr image(pixCreate(k_width, k_height, 8));
  pixSetAll(image.get());
  for (int y = 300; y < 330; ++y)
    for (int x = 100; x < 200; ++x) pixSetPixel(image.get(), x, y, 0);
  const auto turned = straightened(*image, 3), both = levelled(*image, 3, {});
  ASSERT_TRUE(turned && both);
  const auto at = [](const Pix& pix) { return components(*PixPtr(pixThresholdToBinary(const_cast<Pix*>(&pix), 128))); };
  ASSERT_EQ(at(*turned).size(), 1U);
  ASSERT_EQ(at(*both).size(), 1U);
  const Box a = at(*turned).front(), b = at(*both).front();
  EXPECT_LE(std::abs(a.x0 - b.x0) + std::abs(a.y0 - b.y0) + std::abs(a.x1 - b.x1) + std::abs(a.y1 - b.y1), 4);
}

}  // namespace
}  // namespace mizan::documents
