// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/hevc_size.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace mizan::documents {
namespace {

/// The sequence header that a HEIC of ours carries: in its configuration, before the pictures.
std::string sequence_header() {
  std::ifstream file(std::filesystem::path(MIZAN_SOURCE_DIR) / "tests/corpus/evidence/two-pictures.heic",
                     std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto at = bytes.find("\x42\x01\x01", bytes.find("hvcC"));
  if (at == std::string::npos) return {};
  const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at - 2]) << 8U |
                                               static_cast<unsigned char>(bytes[at - 1]));
  return bytes.substr(at, length);
}

TEST(HevcSize, IsThatOfThePictures) {
  const auto header = sequence_header();
  ASSERT_TRUE(is_sequence_header(header));
  const auto size = size_in_sequence_header(header);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 800U);
  EXPECT_EQ(size->height, 240U);
}

TEST(HevcSize, IsNothingWhereTheHeaderEndsEarly) {
  const auto header = sequence_header();
  for (std::size_t left = 0; left < 18; ++left) EXPECT_FALSE(size_in_sequence_header(header.substr(0, left))) << left;
  EXPECT_FALSE(size_in_sequence_header("\x42\x01" + std::string(40, '\0'))) << "a number without an end";
  EXPECT_FALSE(is_sequence_header("\x40\x01\x0c")) << "another kind of unit";
}

}  // namespace
}  // namespace mizan::documents
