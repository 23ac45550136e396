// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/normalise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::documents {
namespace {

/// White with a black bar from a quarter to a half of the width.
std::vector<std::uint8_t> bar(std::size_t width, std::size_t height) {
  std::vector<std::uint8_t> out(width * height, 255);
  for (std::size_t row = 0; row < height; ++row)
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(row * width + width / 4), width / 4, std::uint8_t{0});
  return out;
}

TEST(NormalisedCrop, SameProportionsEvenWidth) {
  const auto pixels = bar(100, 64);
  const auto out = normalised({pixels.data(), 100, 64}, 32);
  EXPECT_EQ(out.height, 32U);
  EXPECT_EQ(out.width, 50U);
  const auto odd = normalised({pixels.data(), 98, 64}, 32);
  EXPECT_EQ(odd.width, 50U);
  EXPECT_EQ(odd.ink[49], 0) << "the column that makes it even is paper";
}

TEST(NormalisedCrop, InkIsOnePaperZeroWhateverTheGrey) {
  for (const std::size_t height : {16U, 32U, 90U}) {
    auto pixels = bar(2 * height, height);
    for (auto& pixel : pixels) pixel = pixel == 0 ? 90 : 180;
    const auto out = normalised({pixels.data(), 2 * height, height}, 32);
    ASSERT_EQ(out.width, 64U);
    EXPECT_NEAR(out.ink[10 * 64 + 4], 0, 1e-5);
    EXPECT_NEAR(out.ink[10 * 64 + 24], 1, 1e-5);
  }
}

TEST(NormalisedCrop, ExtremeShapes) {
  const std::vector<std::uint8_t> pixels(100000, 200);
  EXPECT_EQ(normalised({pixels.data(), 0, 10}, 32).width, 0U);
  EXPECT_EQ(normalised({nullptr, 10, 10}, 32).width, 0U);
  EXPECT_EQ(normalised({pixels.data(), 1, 1000}, 32).width, 8U);
  EXPECT_EQ(normalised({pixels.data(), 100000, 1}, 32).width, 2048U);
  for (const float value : normalised({pixels.data(), 100, 50}, 32).ink)
    ASSERT_NEAR(value, 0, 1e-4) << "no ink in even grey";
}

}  // namespace
}  // namespace mizan::documents
