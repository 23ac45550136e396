// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/document_types.hpp"

#include "base/persian/normalise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace mizan::forms {
namespace {

namespace fs = std::filesystem;

const fs::path k_definitions = fs::path(MIZAN_SOURCE_DIR) / "form-definitions";

bool has(const std::vector<std::string>& labels, const char* label) {
  return std::any_of(labels.begin(), labels.end(), [&](const auto& l) { return persian::same(l, label); });
}

Claim claim_of(const char* type, const char* field) {
  Claim claim;
  claim.document_type = type;
  claim.field = field;
  return claim;
}

TEST(DocumentTypes, KnowTheTypesThatSectionsName) {
  const auto types = DocumentTypes::load(k_definitions / "document-types");
  ASSERT_TRUE(types) << types.error().text_en();
  for (const auto* id : {"licence", "lease", "deed", "insurance", "education", "police", "tax", "invoice",
                         "postal_certificate", "disability"})
    EXPECT_TRUE(types->knows(id)) << id;
  EXPECT_FALSE(types->knows("passport"));
}

TEST(DocumentTypes, CompleteGivesWordingsRoleAndTheOtherFields) {
  const auto types = DocumentTypes::load(k_definitions / "document-types");
  ASSERT_TRUE(types);
  auto claim = claim_of("lease", "landlord_national_code");
  claim.labels = {"کد ملی صاحب ملک"};
  types->complete(claim);
  EXPECT_EQ(claim.labels.front(), "کد ملی صاحب ملک");
  EXPECT_TRUE(has(claim.labels, "کدملی موجر"));
  EXPECT_EQ(claim.role, "موجر");
  EXPECT_EQ(claim.row, 0);
  EXPECT_TRUE(has(claim.other_labels, "مستأجر"));
  // A wording shared with another field is the claim's own.
  EXPECT_TRUE(has(claim.labels, "کد ملی"));
  EXPECT_FALSE(has(claim.other_labels, "کد ملی"));
}

TEST(DocumentTypes, CompleteFindsTheRow) {
  const auto types = DocumentTypes::load(k_definitions / "document-types");
  ASSERT_TRUE(types);
  auto claim = claim_of("insurance", "emp12_days");
  types->complete(claim);
  EXPECT_EQ(claim.row, 12);
  EXPECT_TRUE(has(claim.labels, "روز کارکرد"));
  EXPECT_TRUE(has(claim.other_labels, "دستمزد"));
}

TEST(DocumentTypes, CompleteGivesASumTheWordingsOfItsColumn) {
  const auto types = DocumentTypes::load(k_definitions / "document-types");
  ASSERT_TRUE(types);
  auto claim = claim_of("insurance", "total_days");
  types->complete(claim);
  EXPECT_TRUE(has(claim.column_labels, "کارکرد"));
  auto single = claim_of("insurance", "staff_count");
  types->complete(single);
  EXPECT_TRUE(single.column_labels.empty());
}

TEST(DocumentTypes, UnknownTypeOrFieldKeepsTheClaim) {
  const auto types = DocumentTypes::load(k_definitions / "document-types");
  ASSERT_TRUE(types);
  for (auto claim : {claim_of("passport", "number"), claim_of("lease", "colour")}) {
    types->complete(claim);
    EXPECT_TRUE(claim.labels.empty());
    EXPECT_TRUE(claim.other_labels.empty());
  }
}

class BadDocumentType : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(m_folder);
    fs::create_directories(m_folder / "document-types");
    fs::copy(k_definitions / "schema", m_folder / "schema");
  }
  void TearDown() override { fs::remove_all(m_folder); }
  Result<DocumentTypes> loaded(const char* text) {
    std::ofstream(m_folder / "document-types/licence.json") << text;
    return DocumentTypes::load(m_folder / "document-types");
  }
  const fs::path m_folder = fs::path(testing::TempDir()) / "bad_document_type";
};

TEST_F(BadDocumentType, IsRefusedWithFileAndPath) {
  const auto no_labels =
      loaded(R"({"id": "licence", "title": {"fa": "پروانه", "en": "Licence"}, "fields": {"area": {}}})");
  ASSERT_FALSE(no_labels);
  EXPECT_EQ(no_labels.error().code.id(), "definition.invalid");
  EXPECT_NE(no_labels.error().params.at("file").find("licence.json"), std::string::npos);
  const auto other_name = loaded(
      R"({"id": "lease", "title": {"fa": "پروانه", "en": "Licence"}, "fields": {"area": {"labels": ["متراژ"]}}})");
  ASSERT_FALSE(other_name);
  EXPECT_EQ(other_name.error().params.at("path"), "/id");
  const auto no_json = loaded("{");
  ASSERT_FALSE(no_json);
  EXPECT_EQ(no_json.error().code.id(), "definition.unreadable");
}

TEST(DocumentTypesFolder, ThatIsMissingIsRefused) {
  EXPECT_FALSE(DocumentTypes::load(k_definitions / "no-such-folder"));
}

}  // namespace
}  // namespace mizan::forms
