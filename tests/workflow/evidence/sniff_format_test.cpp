// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/sniff_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::workflow {
namespace {

using namespace std::string_literals;

std::string_view format_of(const std::string& bytes) {
  return sniff_format(std::as_bytes(std::span(bytes))).value_or("none");
}

TEST(SniffFormat, KnowsTheFourFormatsByTheirFirstBytes) {
  EXPECT_EQ(format_of("%PDF-1.7\n"), "pdf");
  EXPECT_EQ(format_of("\x89PNG\r\n\x1a\n...."), "png");
  EXPECT_EQ(format_of("\xff\xd8\xff\xe0..JFIF"), "jpeg");
  EXPECT_EQ(format_of("II*\0...."s), "tiff");
  EXPECT_EQ(format_of("MM\0*...."s), "tiff");
}

TEST(SniffFormat, APdfMayHaveJunkBeforeItsHeader) {
  EXPECT_EQ(format_of(std::string(900, '\n') + "%PDF-1.4"), "pdf");
  EXPECT_EQ(format_of(std::string(2000, '\n') + "%PDF-1.4"), "none");
}

TEST(SniffFormat, NothingElseIsADocument) {
  EXPECT_EQ(format_of(""), "none");
  EXPECT_EQ(format_of("MZ\x90"), "none");
  EXPECT_EQ(format_of("<html>%PDF"), "none");
  EXPECT_EQ(format_of("PK\x03\x04"), "none");
}

}  // namespace
}  // namespace mizan::workflow
