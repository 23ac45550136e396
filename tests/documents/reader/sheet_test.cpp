// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/sheet.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

PixPtr paper(int width, int height) {
  const std::string rows(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), static_cast<char>(-1));
  return gray_image(rows.data(), width, height, width, 0);
}

TEST(Sheet, ASharpSourceIsReadAtThreeHundredDotsAnInch) {
  const auto sheet = sheet_of(*paper(1200, 600), 600);
  EXPECT_EQ(width_of(*sheet.sharp), 600);
  EXPECT_EQ(width_of(*sheet.coarse), 300);
  EXPECT_NEAR(sheet.dpi, 300, 1);
  EXPECT_EQ(sheet.source_dpi, 600);
  EXPECT_NEAR(sheet.sharpness(), 2, 0.01);
}

TEST(Sheet, WhatTheSourceHasIsNotBlownUp) {
  const auto sheet = sheet_of(*paper(400, 200), 200);
  EXPECT_EQ(width_of(*sheet.sharp), 400);
  EXPECT_EQ(width_of(*sheet.coarse), 300);
}

TEST(Sheet, ACoarseSourceIsEnlargedUpToTwoAndAHalfTimes) {
  const auto poor = sheet_of(*paper(200, 100), 100), hopeless = sheet_of(*paper(200, 100), 40);
  EXPECT_EQ(width_of(*poor.sharp), 300);
  EXPECT_EQ(poor.sharp.get(), poor.coarse.get()) << "one image for both";
  EXPECT_EQ(width_of(*hopeless.sharp), 500);
}

TEST(Sheet, BothImagesAreTurned) {
  const auto sheet = turned(sheet_of(*paper(600, 300), 300), 90);
  EXPECT_EQ(width_of(*sheet.sharp), 300);
  EXPECT_EQ(height_of(*sheet.coarse), 300);
  EXPECT_NEAR(sheet.sharpness(), 2, 0.01);
}

TEST(Sheet, PartsOfUnsharpImagesAreEnlargedForReading) {
  EXPECT_NEAR(sheet_of(*paper(400, 200), 200).enlargement(), 1.5, 0.01);
  EXPECT_EQ(sheet_of(*paper(400, 200), 290).enlargement(), 1);
  EXPECT_NEAR(sheet_of(*paper(400, 200), 100).enlargement(), 250.0 / 150, 0.01);
  EXPECT_EQ(sheet_of(*paper(400, 200), 50).enlargement(), 1) << "the image was enlarged as far as it bears";
}

}  // namespace
}  // namespace mizan::documents
