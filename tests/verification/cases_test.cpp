// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of cases/: a reading, claims, and the verdicts that must come out.
#include "verification/verify.hpp"

#include "forms/document_types.hpp"
#include "model/reading_json.hpp"
#include "verification/reasons.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace mizan::verification {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path k_source = MIZAN_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(k_source / "tests/verification/cases"))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

const forms::DocumentTypes& document_types() {
  static const auto types = forms::DocumentTypes::load(k_source / "form-definitions/document-types");
  if (!types) throw std::runtime_error(types.error().text_en());
  return *types;
}

std::vector<Claim> claims_of(const json& file) {
  std::vector<Claim> claims;
  for (const auto& row : file.at("claims")) {
    Claim claim;
    claim.id = row.at("claim_id").get<std::string>();
    claim.document_type = file.at("doc_type").get<std::string>();
    claim.field = row.at("field").get<std::string>();
    claim.declared = row.at("declared").get<std::string>();
    EXPECT_TRUE(from_text(row.at("kind").get<std::string>(), claim.kind)) << claim.id;
    document_types().complete(claim);
    EXPECT_FALSE(claim.labels.empty()) << claim.field << " is no field of " << claim.document_type;
    claims.push_back(std::move(claim));
  }
  return claims;
}

class VerificationCase : public testing::TestWithParam<std::string> {};

TEST_P(VerificationCase, GivesTheExpectedVerdicts) {
  const fs::path folder = k_source / "tests/verification/cases" / GetParam();
  const auto reading = checked_reading(text_of(folder / "reading.json"));
  ASSERT_TRUE(reading) << reading.error().internal;
  const auto claims = claims_of(json::parse(text_of(folder / "claims.json")));
  const auto expected = json::parse(text_of(folder / "expected.json"));
  ASSERT_EQ(expected.size(), claims.size());

  const auto verdicts = verify(*reading, claims);
  ASSERT_EQ(verdicts.size(), claims.size());
  for (const auto& verdict : verdicts) {
    SCOPED_TRACE(verdict.claim_id + ": read «" + verdict.read + "», " + verdict.reason);
    const auto& wanted = expected.at(verdict.claim_id);
    EXPECT_EQ(to_text(verdict.agreement), wanted.at("verdict").get<std::string>());
    EXPECT_EQ(verdict.reason, wanted.value("reason", verdict.reason));
    EXPECT_EQ(verdict.read, wanted.value("read", verdict.read));
    EXPECT_TRUE(verdict.confidence > 0 && verdict.confidence <= 1000);
    const auto codes = reason_codes();
    EXPECT_NE(std::find(codes.begin(), codes.end(), verdict.reason), codes.end());
    if (verdict.agreement == Agreement::unreadable) continue;
    ASSERT_GE(verdict.page, 0);
    EXPECT_FALSE(verdict.box.empty());
    EXPECT_FALSE(verdict.read.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Folders, VerificationCase, testing::ValuesIn(case_names()),
                         [](const auto& name) { return name.param; });

TEST(Verify, IsDeterministicAndKeepsTheOrderOfTheClaims) {
  const fs::path folder = k_source / "tests/verification/cases/lease_in_prose";
  const auto reading = checked_reading(text_of(folder / "reading.json"));
  ASSERT_TRUE(reading);
  auto claims = claims_of(json::parse(text_of(folder / "claims.json")));
  const auto once = verify(*reading, claims);
  std::reverse(claims.begin(), claims.end());
  auto again = verify(*reading, claims);
  std::reverse(again.begin(), again.end());
  ASSERT_EQ(once.size(), again.size());
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(to_json(once[i]), to_json(again[i]));
}

TEST(Reasons, HaveSentencesInBothLanguages) {
  for (const auto code : reason_codes()) {
    EXPECT_FALSE(reason_text_fa(code).empty()) << code;
    EXPECT_FALSE(reason_text_en(code).empty()) << code;
  }
  EXPECT_EQ(reason_text_en("of_a_newer_version"), reason_text_en(reason::not_confident));
}

}  // namespace
}  // namespace mizan::verification
