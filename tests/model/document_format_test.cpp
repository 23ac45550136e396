// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan {
namespace {

using namespace std::string_literals;

std::string_view format_of(const std::string& bytes) {
  const auto format = format_by_start(bytes);
  return format ? to_text(*format) : "none";
}

/// The first box of an ISO media file, with its brands.
std::string file_type(const std::string& brand, const std::string& others = {}) {
  const auto size = static_cast<char>(16 + others.size());
  return "\0\0\0"s + size + "ftyp" + brand + "\0\0\0\0"s + others;
}

TEST(DocumentFormat, IsToldByTheFirstBytes) {
  EXPECT_EQ(format_of("%PDF-1.7\n"), "pdf");
  EXPECT_EQ(format_of("\x89PNG\r\n\x1a\n...."), "png");
  EXPECT_EQ(format_of("\xff\xd8\xff\xe0..JFIF"), "jpeg");
  for (const auto& tiff : {"II*\0...."s, "MM\0*...."s, "II+\0...."s, "MM\0+...."s}) EXPECT_EQ(format_of(tiff), "tiff");
  EXPECT_EQ(format_of("PK\x03\x04...."), "zip");
  EXPECT_EQ(format_of("PK\x05\x06...."), "zip");
}

TEST(DocumentFormat, HeicIsToldByItsBrands) {
  EXPECT_EQ(format_of(file_type("heic", "mif1heic")), "heic");
  EXPECT_EQ(format_of(file_type("heix")), "heic");
  EXPECT_EQ(format_of(file_type("mif1", "heic")), "heic") << "the main brand is a common one";
  EXPECT_EQ(format_of(file_type("mif1", "avif")), "none");
  EXPECT_EQ(format_of(file_type("isom", "mp42")), "none") << "a film";
  EXPECT_EQ(format_of(file_type("mif1") + "heic"), "none") << "behind the box";
  EXPECT_EQ(format_of("\0\0\0\x08"
                      "ftypheic\0\0\0\0"s),
            "none")
      << "a box too short for its brand";
  EXPECT_EQ(format_of("\0\0\0\x18"
                      "ftyphe"s),
            "none");
}

TEST(DocumentFormat, APdfMayHaveJunkBeforeItsHeader) {
  EXPECT_EQ(format_of(std::string(900, '\n') + "%PDF-1.4"), "pdf");
  EXPECT_EQ(format_of(std::string(2000, '\n') + "%PDF-1.4"), "none");
  EXPECT_EQ(format_of("\xff\xd8\xff\xe0 %PDF-1.4"), "jpeg") << "what stands first decides";
  EXPECT_EQ(format_of("PK\x03\x04 %PDF-1.4"), "zip");
}

TEST(DocumentFormat, NothingElseIsADocument) {
  for (const auto& other : {""s, "MZ\x90"s, "<html>%PDF"s, "PK"s, "GIF89a"s}) EXPECT_EQ(format_of(other), "none");
}

TEST(DocumentFormat, HasANameAndAMediaType) {
  using enum DocumentFormat;
  for (const auto format : {pdf, tiff, png, jpeg, heic, zip}) {
    DocumentFormat back = pdf;
    ASSERT_TRUE(from_text(to_text(format), back));
    EXPECT_EQ(back, format);
    EXPECT_NE(media_type_of(format).find('/'), std::string_view::npos);
  }
  DocumentFormat untouched = png;
  EXPECT_FALSE(from_text("gif", untouched));
  EXPECT_EQ(untouched, png);
}

}  // namespace
}  // namespace mizan
