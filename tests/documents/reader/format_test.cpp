// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

using namespace std::string_literals;

const std::string k_zip_end = "PK\5\6" + std::string(18, '\0');
const std::string k_pdf = "%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF\n";

std::vector<std::string> codes(const std::vector<ReadingWarning>& warnings) {
  std::vector<std::string> out;
  for (const auto& warning : warnings) out.push_back(warning.code);
  return out;
}

TEST(Format, IsToldByContentAlone) {
  EXPECT_EQ(format_of("\x89PNG\r\n\x1a\nrest"), Format::png);
  EXPECT_EQ(format_of("\xFF\xD8\xFF\xE0"), Format::jpeg);
  EXPECT_EQ(format_of("II*\0...."s), Format::tiff);
  EXPECT_EQ(format_of("MM\0+...."s), Format::tiff);
  EXPECT_EQ(format_of("PK\3\4...."), Format::zip);
  EXPECT_EQ(format_of(k_zip_end), Format::zip);
  EXPECT_EQ(format_of(std::string(1000, ' ') + k_pdf), Format::pdf);
  EXPECT_EQ(format_of("a program that unpacks itself" + k_zip_end), Format::zip);
  for (const auto& other : {""s, "GIF89a"s, "<html>"s, std::string(2000, ' ') + k_pdf, "PK"s, "PK\5\6"s.substr(0, 3)})
    EXPECT_EQ(format_of(other), std::nullopt) << other;
}

TEST(Format, TheFirstRuleThatFitsDecides) {
  EXPECT_EQ(format_of("\xFF\xD8\xFF\xFE" + k_pdf), Format::jpeg);
  EXPECT_EQ(format_of(k_pdf + k_zip_end), Format::pdf);
}

TEST(Format, WhatHidesInAFileIsNamed) {
  using Codes = std::vector<std::string>;
  EXPECT_EQ(codes(hidden_in("\xFF\xD8\xFF\xFE" + k_pdf, Format::jpeg)), Codes{"other_format_inside"});
  const auto archive = hidden_in(k_pdf + k_zip_end, Format::pdf);
  ASSERT_EQ(codes(archive), Codes{"other_format_inside"});
  EXPECT_EQ(archive[0].params.at("format"), "pdf");
  EXPECT_EQ(archive[0].params.at("hidden"), "zip");
  EXPECT_EQ(codes(hidden_in(k_pdf + "\n\n" + k_pdf, Format::pdf)), Codes{"more_than_one_document"});
}

TEST(Format, HonestFilesHideNothing) {
  EXPECT_TRUE(hidden_in(k_pdf, Format::pdf).empty());
  EXPECT_TRUE(hidden_in(k_pdf + "2 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n", Format::pdf).empty()) << "saved changes";
  EXPECT_TRUE(hidden_in(k_zip_end, Format::zip).empty());
  EXPECT_TRUE(hidden_in("\xFF\xD8\xFF\xE0 PK\5\6 in the middle of an image", Format::jpeg).empty());
}

}  // namespace
}  // namespace mizan::documents
