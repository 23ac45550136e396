// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/fraud_signals.hpp"

#include "workflow/evidence/about_document.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class FraudSignals : public ::testing::Test {
 protected:
  FraudSignals() { world.answer(world.golsar, "licence"); }

  /// What is found about the document as a whole when its reading warns of this.
  std::vector<Finding> found(std::vector<ReadingWarning> warnings) {
    world.reader.answer = [&](const documents::ReadRequest&) -> Result<Reading> {
      auto reading = page_with({"شماره", "پروانه:", "64-428186"});
      reading.warnings = warnings;
      return reading;
    };
    if (id.stored()) {
      EXPECT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, id));
    }
    id = world.attach(world.golsar, "licence", "licence_document", pdf_bytes(std::to_string(++documents)))->evidence.id;
    world.work();
    auto all = world.findings_of(id);
    std::erase_if(all, [](const Finding& finding) { return !workflow::is_about_the_document(finding); });
    EXPECT_EQ(workflow::view_evidence(world.services, world.golsar.actor, id)->warnings.size(), warnings.size());
    return all;
  }

  OfficeWorld world;
  EvidenceId id;
  int documents = 0;
};

TEST_F(FraudSignals, AProgramInAPdfWaitsForAnExpert) {
  const auto findings = found({{"active_content", std::nullopt, {{"kind", "JavaScript"}}}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].state, FindingState::open);
  EXPECT_EQ(findings[0].verdict.reason, "active_content");
  EXPECT_EQ(findings[0].verdict.read, "JavaScript");
  EXPECT_EQ(findings[0].verdict.agreement, Agreement::mismatch);
  EXPECT_EQ(findings[0].claim.document_type, "licence");
}

TEST_F(FraudSignals, SeveralProgramsAreOneFinding) {
  EXPECT_EQ(found({{"active_content", std::nullopt, {{"kind", "JavaScript"}}},
                   {"active_content", std::nullopt, {{"kind", "Launch"}}}})
                .size(),
            1U);
}

TEST_F(FraudSignals, AnImageEditorIsToldBesideTheDocument) {
  const auto findings = found({{"image_editor", std::nullopt, {{"program", "Photoshop"}}}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].state, FindingState::settled);
  const auto own = workflow::view_evidence(world.services, world.golsar.actor, id);
  EXPECT_EQ(own->findings.size(), 1U) << "the office has the warning, the note is for experts";
  EXPECT_EQ(workflow::view_evidence(world.services, world.cra, id)->findings.size(), 2U);
}

TEST_F(FraudSignals, WhichWaitIsASetting) {
  world.limits.fraud.queued = {"image_editor"};
  EXPECT_EQ(found({{"image_editor", std::nullopt, {}}}).at(0).state, FindingState::open);
  EXPECT_EQ(found({{"active_content", std::nullopt, {}}}).at(0).state, FindingState::settled);
}

TEST_F(FraudSignals, WhatHonestScansHaveIsNone) {
  EXPECT_TRUE(found({{"low_resolution", 0, {}},
                     {"skewed", 0, {}},
                     {"text_layer_ignored", 0, {}},
                     {"poppler", std::nullopt, {{"message", "x"}}}})
                  .empty());
}

TEST_F(FraudSignals, APlaceOutsideTheDocumentIsNone) {
  EXPECT_EQ(found({{std::string(k_layer_contradicted), 7, {{"drawn", "64428186"}}}}).at(0).verdict.page, -1);
}

}  // namespace
}  // namespace mizan::tests
