// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tiff_directories.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

/// A little-endian TIFF with one directory of one entry at 8 whose next offset is `next`.
std::string tiff(char next) {
  return std::string("II*\0\x08\0\0\0", 8) + std::string("\1\0", 2) + std::string(12, '\0') +
         std::string{next, 0, 0, 0};
}

TEST(TiffDirectories, CountsTheChain) {
  EXPECT_EQ(tiff_directories(tiff(0), 10), 1);
  auto two = tiff(26) + std::string("\1\0", 2) + std::string(16, '\0');
  EXPECT_EQ(tiff_directories(two, 10), 2);
  EXPECT_EQ(tiff_directories(two, 1), 1);
}

TEST(TiffDirectories, HostileChainsEnd) {
  EXPECT_EQ(tiff_directories(tiff(8), 1'000'000), 1) << "bites its tail";
  EXPECT_EQ(tiff_directories(tiff(120), 10), 1) << "leaves the file";
  EXPECT_EQ(tiff_directories("II*", 10), 0);
  EXPECT_EQ(tiff_directories(std::string("II*\0\xFF\xFF\xFF\xFF", 8), 10), 0);
  EXPECT_EQ(tiff_directories(std::string("II+\0\x08\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 16), 10), 0);
}

}  // namespace
}  // namespace mizan::documents
