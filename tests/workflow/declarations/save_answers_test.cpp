// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/save_answers.hpp"

#include "workflow/declarations/view_declaration.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class SaveAnswers : public ::testing::Test {
 protected:
  Result<workflow::SavedAnswers> save(const std::string& section, int revision, nlohmann::json answers) {
    return workflow::save_answers(world.services, world.golsar.actor,
                                  {world.golsar.declaration, section, std::move(answers), revision, {}});
  }
  std::string refusal(const std::string& section, int revision, nlohmann::json answers) {
    auto saved = save(section, revision, std::move(answers));
    return saved ? "saved" : std::string(saved.error().code.id());
  }
  nlohmann::json premises() { return world.golsar.person.at("answers").at("premises"); }

  OfficeWorld world;
};

TEST_F(SaveAnswers, EachSaveIsOneRevision) {
  auto first = save("premises", 0, premises());
  ASSERT_TRUE(first) << first.error().code.id();
  EXPECT_EQ(first->revision, 1);
  EXPECT_TRUE(first->problems.empty());
  auto changed = premises();
  changed["area"] = "۸۵";
  auto second = save("premises", 1, changed);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->revision, 2);
  const auto view = workflow::view_section(world.services, world.golsar.actor, world.golsar.declaration, "premises");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->state.answers.answers["area"], "۸۵") << "answers are kept as typed";
}

TEST_F(SaveAnswers, TheSameAnswersMakeNoRevision) {
  ASSERT_TRUE(save("premises", 0, premises()));
  world.work();
  auto again = save("premises", 1, premises());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->revision, 1);
  EXPECT_FALSE(world.claim()) << "nothing changed, nothing to do";
}

TEST_F(SaveAnswers, WrongAnswersAreSavedAndNamed) {
  auto wrong = premises();
  wrong["postal_code"] = "123";
  wrong["end_date"] = "1402/01/01";
  auto saved = save("premises", 0, wrong);
  ASSERT_TRUE(saved);
  std::vector<std::string> named;
  for (const auto& problem : saved->problems) named.push_back(problem.field + " " + std::string(problem.code.id()));
  EXPECT_EQ(named, (std::vector<std::string>{"postal_code answers.postal_code", "end_date answers.date_order"}));
  const auto view = workflow::view_section(world.services, world.golsar.actor, world.golsar.declaration, "premises");
  EXPECT_EQ(view->state.answers.answers["postal_code"], "123");
}

TEST_F(SaveAnswers, AnEarlierRevisionIsStale) {
  ASSERT_TRUE(save("premises", 0, premises()));
  auto other = premises();
  other["area"] = "90";
  EXPECT_EQ(refusal("premises", 0, other), "answers.stale");
  EXPECT_EQ(refusal("premises", 2, other), "answers.stale");
}

TEST_F(SaveAnswers, ALockedFieldKeepsTheRegistersValue) {
  auto answers = world.golsar.person.at("answers").at("licence");
  answers["holder_name"] = "کسی دیگر";
  EXPECT_EQ(refusal("licence", 0, answers), "answers.locked");
  answers.erase("holder_name");
  EXPECT_EQ(refusal("licence", 0, answers), "saved");
}

TEST_F(SaveAnswers, WhatNoFormAsksIsRefused) {
  auto answers = premises();
  answers["rank"] = 1;
  EXPECT_EQ(refusal("premises", 0, answers), "answers.unknown_field");
  EXPECT_EQ(refusal("no_such_section", 0, premises()), "access.not_found");
}

TEST_F(SaveAnswers, TheWindowEndsOnTime) {
  world.advance(std::chrono::days(20));
  EXPECT_EQ(refusal("premises", 0, premises()), "declaration.closed");
}

TEST_F(SaveAnswers, NeitherCloseNorReviewCanBeDeclaredInto) {
  world.set_stage(RoundStage::review);
  EXPECT_EQ(refusal("premises", 0, premises()), "declaration.closed");
}

TEST_F(SaveAnswers, AnotherOfficesDeclarationIsNotThere) {
  auto saved = workflow::save_answers(world.services, world.other.actor,
                                      {world.golsar.declaration, "premises", premises(), 0, {}});
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code.id(), "access.not_found");
}

TEST_F(SaveAnswers, UntilSavedAnswersAreTheRegisters) {
  const auto view = workflow::view_section(world.services, world.golsar.actor, world.golsar.declaration, "licence");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->state.answers.revision, 0);
  EXPECT_EQ(view->state.answers.answers["holder_name"], world.golsar.person["register"]["holder_name"]);
  EXPECT_EQ(view->state.answers.answers["province"], "گیلان");
  EXPECT_EQ(view->state.status, workflow::SectionStatus::not_started);
  EXPECT_NE(std::find(view->locked.begin(), view->locked.end(), "licence_no"), view->locked.end());
}

TEST_F(SaveAnswers, DocumentsAreVerifiedAgainAndTheSectionIsJudgedAgain) {
  world.answer(world.golsar, "licence");
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  ASSERT_TRUE(attached);
  world.criteria.fields = {"issue_date"};
  world.work();
  ASSERT_EQ(world.findings_of(attached->evidence.id).size(), 1U);
  EXPECT_EQ(world.findings_of(attached->evidence.id)[0].claim.declared, "1402/07/15");

  auto changed = world.golsar.person.at("answers").at("licence");
  changed["issue_date"] = "1402/07/16";
  world.answer(world.golsar, "licence", changed);
  world.work();
  const auto findings = world.findings_of(attached->evidence.id);
  ASSERT_EQ(findings.size(), 1U) << "the old one is superseded";
  EXPECT_EQ(findings[0].claim.declared, "1402/07/16");
  EXPECT_EQ(world.reader.readings, 1) << "verified by the stored reading";
}

}  // namespace
}  // namespace mizan::tests
