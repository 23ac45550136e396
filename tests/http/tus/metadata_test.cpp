// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/metadata.hpp"

#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace mizan::http::tus {
namespace {

std::string pair(const std::string& key, const std::string& value) {
  return key + " " + base64(value);
}
Result<Description> described(const std::string& header) {
  auto metadata = parse_metadata(header);
  if (!metadata) return fail(std::move(metadata.error()));
  return describe(*metadata);
}

TEST(TusMetadata, is_pairs_of_keys_and_base64) {
  const auto metadata = parse_metadata("filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential, a YQ==").value();
  EXPECT_EQ(metadata.at("filename"), "world_domination_plan.pdf");
  EXPECT_EQ(metadata.at("is_confidential"), "");
  EXPECT_EQ(metadata.at("a"), "a");
  EXPECT_TRUE(parse_metadata("").value().empty());
  EXPECT_EQ(parse_metadata("a YQ").value().at("a"), "a") << "padding may be missing";
}

TEST(TusMetadata, what_is_none_is_refused) {
  for (const auto* header :
       {",", "a YQ==,", "a YQ==,,b", "a YQ==,a Yg==", "a !!!", "a YQ=", "a YQ===", "a Y Q", "کلید YQ=="})
    EXPECT_FALSE(parse_metadata(header)) << header;
  EXPECT_FALSE(parse_metadata("a " + std::string(5000, 'a')));
}

TEST(TusMetadata, names_keep_their_script_and_lose_their_folders) {
  EXPECT_EQ(described(pair("filename", "اجاره‌نامهٔ ۱۴۰۴.pdf"))->file_name,
            "اجاره‌نامهٔ ۱۴۰۴.pdf");
  EXPECT_EQ(described(pair("filename", "契約書.pdf"))->file_name, "契約書.pdf");
  EXPECT_EQ(described(pair("filename", "../../etc/passwd"))->file_name, "passwd");
  EXPECT_EQ(described(pair("filename", "C:\\scans\\a.pdf"))->file_name, "a.pdf");
  EXPECT_EQ(described(pair("filename", std::string("a\0b\n.pdf", 8)))->file_name, "ab.pdf");
  EXPECT_LE(described(pair("filename", std::string(1000, 'x')))->file_name.size(), 255U);
  EXPECT_EQ(described("")->file_name, "");
}

TEST(TusMetadata, a_place_is_named_by_its_declaration) {
  EXPECT_FALSE(described(pair("section", "licence"))->place);
  const auto place =
      described(pair("declaration", "17") + "," + pair("section", "licence") + "," + pair("slot", "licence_document"))
          ->place;
  ASSERT_TRUE(place);
  EXPECT_EQ(place->declaration, DeclarationId{17});
  EXPECT_EQ(place->section + "/" + place->slot, "licence/licence_document");
  EXPECT_EQ(place->purpose, EvidencePurpose::declaration);
  const auto objection = described(pair("declaration", "17") + "," + pair("section", "licence") + "," +
                                   pair("slot", "x") + "," + pair("purpose", "objection"))
                             ->place;
  EXPECT_EQ(objection->purpose, EvidencePurpose::objection);
  EXPECT_EQ(objection->slot, "");
  for (const auto& header : {pair("declaration", "x"), pair("declaration", "-1"), pair("declaration", "1 "),
                             pair("declaration", "1") + "," + pair("purpose", "theft"),
                             pair("declaration", "1") + "," + pair("slot", "\xff"),
                             pair("declaration", "1") + "," + pair("section", std::string(100, 's'))})
    EXPECT_FALSE(described(header)) << header;
}

}  // namespace
}  // namespace mizan::http::tus
