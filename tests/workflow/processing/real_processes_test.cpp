// SPDX-License-Identifier: GPL-3.0-or-later
// Documents go through the real reader and the real judge, from the upload to the points.
#include "criteria/judge_process.hpp"
#include "documents/reader_process.hpp"
#include "workflow/declarations/view_declaration.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace mizan::tests {
namespace {

const std::filesystem::path k_build = MIZAN_BINARY_DIR;
const std::filesystem::path k_source = MIZAN_SOURCE_DIR;

std::string document(const std::string& name) {
  std::ifstream in(k_source / "tests/corpus/demonstration/documents" / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

criteria::JudgeOptions judge_options() {
  criteria::JudgeOptions options;
  options.executable = k_build / "libexec/mizan-judge";
  options.bundle_folders = {k_build / "plugins", k_source / "form-definitions/sections"};
  options.declared_library = k_build / "plugins/declared/libdeclared.so";
  return options;
}

class RealProcesses : public ::testing::Test {
 protected:
  int work() { return world.work(*reader, *criteria); }
  workflow::EvidenceView attached(const std::string& section, const std::string& slot, const std::string& file) {
    auto evidence = world.attach(world.golsar, section, slot, document(file));
    if (!evidence) throw std::runtime_error(std::string(evidence.error().code.id()));
    work();
    return *workflow::view_evidence(world.services, world.golsar.actor, evidence->evidence.id);
  }
  static long count(const workflow::EvidenceView& view, Agreement agreement) {
    return std::count_if(view.findings.begin(), view.findings.end(),
                         [&](const workflow::FindingView& row) { return row.finding.verdict.agreement == agreement; });
  }

  OfficeWorld world;
  std::unique_ptr<documents::Reader> reader =
      documents::make_reader({k_build / "libexec/mizan-reader", k_source / "ocr-models"});
  std::unique_ptr<criteria::Criteria> criteria = criteria::make_criteria(judge_options());
};

TEST_F(RealProcesses, ALicenceProvesWhatWasDeclared) {
  world.answer(world.golsar, "licence");
  const auto view = attached("licence", "licence_document", "rasht_golsar-licence.pdf");
  EXPECT_EQ(view.evidence.status, EvidenceStatus::read) << view.evidence.problem;
  ASSERT_FALSE(view.pages.empty());
  auto image = workflow::view_page_image(world.services, world.golsar.actor, view.evidence.id, 0);
  ASSERT_TRUE(image);
  EXPECT_GT(image->bytes.size(), 1000U);
  ASSERT_GE(view.findings.size(), 5U);
  EXPECT_EQ(count(view, Agreement::mismatch), 0);
  EXPECT_GE(count(view, Agreement::match), 5);
  for (const auto& row : view.findings) EXPECT_TRUE(row.answer_field) << row.finding.claim.field;
  EXPECT_GT(world.scores_of(world.golsar, "licence").back().score.points, Points{});
}

TEST_F(RealProcesses, AFalseAreaIsNotProved) {
  auto answers = world.golsar.person.at("answers").at("premises");
  answers["area"] = "212";
  world.answer(world.golsar, "premises", answers);
  const auto lie = attached("premises", "lease", "rasht_golsar-lease.pdf");
  const auto area = [](const workflow::EvidenceView& view) {
    return std::find_if(view.findings.begin(), view.findings.end(),
                        [](const auto& row) { return row.answer_field == "area"; });
  };
  ASSERT_NE(area(lie), lie.findings.end());
  EXPECT_NE(area(lie)->finding.verdict.agreement, Agreement::match);
  EXPECT_EQ(area(lie)->finding.state, FindingState::open);
  const auto false_points = world.scores_of(world.golsar, "premises").back().score.points;

  world.answer(world.golsar, "premises");
  work();
  const auto truth = *workflow::view_evidence(world.services, world.golsar.actor, lie.evidence.id);
  EXPECT_EQ(area(truth)->finding.verdict.agreement, Agreement::match);
  EXPECT_GT(world.scores_of(world.golsar, "premises").back().score.points, false_points);
}

TEST_F(RealProcesses, WhatIsNoSoundDocumentIsRefusedWithItsReason) {
  auto evidence = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  ASSERT_TRUE(evidence);
  work();
  const auto view = *workflow::view_evidence(world.services, world.golsar.actor, evidence->evidence.id);
  EXPECT_EQ(view.evidence.status, EvidenceStatus::refused);
  ASSERT_TRUE(view.problem);
  EXPECT_EQ(view.problem->code.id(), "evidence.damaged");
}

TEST_F(RealProcesses, ASectionWithoutCodeIsClaimedAndJudgedToo) {
  world.answer(world.golsar, "clearances");
  const auto view = attached("clearances", "police", "rasht_golsar-police.pdf");
  EXPECT_EQ(view.evidence.status, EvidenceStatus::read);
  EXPECT_GE(count(view, Agreement::match), 2);
  EXPECT_GT(world.scores_of(world.golsar, "clearances").back().score.maximum, Points{});
}

}  // namespace
}  // namespace mizan::tests
