// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/processing.hpp"

#include "workflow/evidence/explain_finding.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class Processing : public ::testing::Test {
 protected:
  Processing() {
    world.answer(world.golsar, "licence");
    world.work();
  }
  EvidenceId attach(std::string_view salt = {}) {
    auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes(salt));
    if (!attached) throw std::runtime_error(std::string(attached.error().code.id()));
    return attached->evidence.id;
  }
  workflow::EvidenceView view(EvidenceId id) {
    return *workflow::view_evidence(world.services, world.golsar.actor, id);
  }
  Outcome process(const storage::Job& job) {
    return workflow::process({world.services, world.reader, world.criteria}, job);
  }
  template <class Use>
  void write(Use&& use) {
    if (auto done = world.database->write(std::forward<Use>(use)); !done)
      throw std::runtime_error(std::string(done.error().code.id()));
  }

  OfficeWorld world;
};

TEST_F(Processing, ADocumentIsReadVerifiedAndJudged) {
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, EvidenceStatus::read);
  EXPECT_EQ(seen.evidence.pages, 1);
  ASSERT_EQ(seen.findings.size(), 1U);
  EXPECT_EQ(seen.findings[0].finding.verdict.agreement, Agreement::match);
  EXPECT_EQ(seen.findings[0].finding.state, FindingState::settled);
  EXPECT_EQ(seen.findings[0].answer_field, "licence_no");
  EXPECT_EQ(seen.findings[0].page_width, 1240);
  const auto scores = world.scores_of(world.golsar, "licence");
  EXPECT_EQ(scores.back().score.points, Points::whole(1));
  EXPECT_EQ(scores.back().cause, "reading");
}

TEST_F(Processing, WhatDoesNotAgreeStaysOpen) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return page_with({"شماره", "پروانه:", "99-111111"});
  };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  ASSERT_EQ(seen.findings.size(), 1U);
  EXPECT_NE(seen.findings[0].finding.verdict.agreement, Agreement::match);
  EXPECT_EQ(seen.findings[0].finding.state, FindingState::open);
  EXPECT_EQ(world.scores_of(world.golsar, "licence").back().score.points, Points{});
}

TEST_F(Processing, ATextLayerThatLiesIsAFindingOfItsOwn) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    auto reading = page_with({"شماره", "پروانه:", "64-428186"});
    reading.warnings.push_back({std::string(k_layer_contradicted), 0, {{"layer", "77930391"}, {"drawn", "64428186"}}});
    return reading;
  };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  ASSERT_EQ(seen.findings.size(), 2U);
  EXPECT_EQ(seen.findings[0].finding.state, FindingState::settled) << "what the page shows still proves";
  const auto& lie = seen.findings[1].finding;
  EXPECT_EQ(lie.state, FindingState::open);
  EXPECT_EQ(lie.verdict.agreement, Agreement::mismatch);
  EXPECT_EQ(lie.verdict.reason, k_layer_contradicted);
  EXPECT_EQ(lie.verdict.page, 0);
  EXPECT_EQ(lie.verdict.read, "64428186");
  EXPECT_FALSE(lie.verdict.box.empty()) << "where the page shows it";
  EXPECT_FALSE(seen.findings[1].answer_field) << "no answer of the form";
}

TEST_F(Processing, AJobDoneTwiceHasOneEffect) {
  const auto id = attach();
  world.work();
  const auto before = view(id);
  const auto scores = world.scores_of(world.golsar, "licence").size();
  write([&](storage::Stores& stores) { return workflow::enqueue_reading(stores.jobs(), id, world.clock.now()); });
  write([&](storage::Stores& stores) { return workflow::enqueue_verification(stores.jobs(), id, world.clock.now()); });
  world.work();
  const auto after = view(id);
  ASSERT_EQ(after.findings.size(), before.findings.size());
  EXPECT_EQ(after.findings[0].finding.id, before.findings[0].finding.id) << "the same finding, not a new one";
  EXPECT_EQ(world.scores_of(world.golsar, "licence").size(), scores);
  EXPECT_EQ(world.reader.readings, 1);
}

TEST_F(Processing, ALostLeaseLeavesNothingBehind) {
  const auto id = attach();
  auto job = world.claim();
  ASSERT_TRUE(job);
  job->token = "somebody else's";
  auto outcome = process(*job);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::being_read);
  EXPECT_TRUE(world.findings_of(id).empty());
}

TEST_F(Processing, TheSameBytesAreReadOnce) {
  attach();
  world.work();
  world.answer(world.other, "licence");
  auto same = world.attach(world.other, "licence", "licence_document", pdf_bytes());
  ASSERT_TRUE(same);
  world.work();
  EXPECT_EQ(world.reader.readings, 1);
  EXPECT_EQ(workflow::view_evidence(world.services, world.other.actor, same->evidence.id)->evidence.status,
            EvidenceStatus::read);
}

TEST_F(Processing, ARemovedDocumentIsFinishedWithoutEffect) {
  const auto id = attach();
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, id));
  world.work();
  EXPECT_EQ(world.reader.readings, 0);
  EXPECT_TRUE(world.findings_of(id).empty());
}

struct Refusal {
  const char* code;
  EvidenceStatus status;
};
class Refusals : public Processing, public ::testing::WithParamInterface<Refusal> {};

TEST_P(Refusals, BecomeAStatusWithItsProblem) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return fail(Problem(ProblemCode::from_text(GetParam().code)).with("pages", "7").with("limit", "4"));
  };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, GetParam().status);
  ASSERT_TRUE(seen.problem);
  EXPECT_EQ(seen.problem->code.id(), GetParam().code);
  EXPECT_EQ(seen.problem->text_fa().find('{'), std::string::npos)
      << "every blank of the sentence is filled: " << seen.problem->text_fa();
  EXPECT_EQ(seen.problem->text_en().find('{'), std::string::npos);
  EXPECT_EQ(world.reader.readings, 1) << "a refusal is an answer, not a failed attempt";
  // An unreadable document still has its claims for an expert; a refused one has none.
  EXPECT_EQ(seen.findings.size(), GetParam().status == EvidenceStatus::refused ? 0U : 1U);
}

INSTANTIATE_TEST_SUITE_P(Cases, Refusals,
                         ::testing::Values(Refusal{"evidence.encrypted", EvidenceStatus::refused},
                                           Refusal{"evidence.damaged", EvidenceStatus::refused},
                                           Refusal{"evidence.too_many_pages", EvidenceStatus::refused},
                                           Refusal{"evidence.too_many_pixels", EvidenceStatus::refused},
                                           Refusal{"evidence.no_text", EvidenceStatus::unreadable},
                                           Refusal{"evidence.limit_reached", EvidenceStatus::limited}));

TEST_F(Processing, APageWithoutWordsIsUnreadable) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> { return page_with({}); };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, EvidenceStatus::unreadable);
  EXPECT_EQ(seen.problem->code.id(), "evidence.no_text");
  ASSERT_EQ(seen.findings.size(), 1U);
  EXPECT_EQ(seen.findings[0].finding.verdict.agreement, Agreement::unreadable);
}

TEST_F(Processing, ALimitedReadingCountsAsFarAsItWent) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    auto reading = page_with({"شماره", "پروانه:", "64-428186"});
    reading.outcome = ReadingOutcome::limited;
    reading.limit = "wall";
    return reading;
  };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, EvidenceStatus::limited);
  EXPECT_EQ(seen.problem->params.at("limit"), "wall");
  EXPECT_EQ(seen.findings.at(0).finding.verdict.agreement, Agreement::match);
}

TEST_F(Processing, TheSlotsPageLimitIsTheReadersLimit) {
  int limit = 0;
  world.reader.answer = [&](const documents::ReadRequest& request) -> Result<Reading> {
    limit = request.limits.pages;
    return page_with({"شماره"});
  };
  attach();
  world.work();
  EXPECT_EQ(limit, 4);
}

TEST_F(Processing, AfterTheLastAttemptAnExpertLooksAtIt) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return fail(Problem("process.crashed").with("process", "mizan-reader"));
  };
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, EvidenceStatus::failed);
  EXPECT_EQ(seen.problem->code.id(), "evidence.reading_failed");
  ASSERT_EQ(seen.findings.size(), 1U);
  EXPECT_EQ(seen.findings[0].finding.claim.field, "licence_no") << "its claims are known without reading it";
  EXPECT_EQ(seen.findings[0].finding.verdict.reason, "needs_expert");
  EXPECT_EQ(seen.findings[0].finding.state, FindingState::open);
  const auto dead = world.look([](storage::Stores& stores) { return stores.jobs().list(storage::JobState::dead, 10); });
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0].problem, "process.crashed");
}

TEST_F(Processing, ACriterionThatFailsLeavesTheWholeDocumentToAnExpert) {
  world.criteria.fails_with = Problem("plugin.failed").with("criterion", "licence");
  const auto id = attach();
  world.work();
  const auto seen = view(id);
  ASSERT_EQ(seen.findings.size(), 1U);
  EXPECT_EQ(seen.findings[0].finding.claim.field, "document");
  EXPECT_EQ(seen.findings[0].finding.state, FindingState::open);
  const auto score = world.scores_of(world.golsar, "licence").back();
  EXPECT_EQ(score.cause, "judging_failed");
  EXPECT_EQ(score.score.notes.size(), 1U) << "the points say that they are not the last word";
  EXPECT_EQ(world.reader.readings, 1) << "attempts that fail later do not read again";
}

TEST_F(Processing, AnswersThatChangeMeanwhileAreTheOnesThatCount) {
  bool once = true;
  world.criteria.while_claiming = [&] {
    if (!std::exchange(once, false)) return;
    auto answers = world.golsar.person.at("answers").at("licence");
    answers["issue_date"] = "1402/08/01";
    world.answer(world.golsar, "licence", answers);
  };
  world.criteria.fields = {"issue_date"};
  const auto id = attach();
  world.work();
  const auto findings = world.findings_of(id);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].claim.declared, "1402/08/01");
}

TEST_F(Processing, AnExplanationStaysWithItsValue) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return page_with({"شماره", "پروانه:", "99-111111"});
  };
  const auto id = attach();
  world.work();
  auto explained = workflow::explain_finding(world.services, world.golsar.actor, view(id).findings.at(0).finding.id,
                                             "شماره در صفحهٔ دوم است.");
  ASSERT_TRUE(explained) << explained.error().code.id();
  world.criteria.fields = {"licence_no", "issue_date"};
  write([&](storage::Stores& stores) { return workflow::enqueue_verification(stores.jobs(), id, world.clock.now()); });
  world.work();
  const auto findings = world.findings_of(id);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].explanation, "شماره در صفحهٔ دوم است.");
}

TEST_F(Processing, OnlyTheOfficeExplainsAndOnlyWhatIsOpen) {
  const auto id = attach();
  world.work();
  const auto settled = view(id).findings.at(0).finding.id;
  const auto refusal = [&](const Actor& actor, const std::string& text) {
    auto explained = workflow::explain_finding(world.services, actor, settled, text);
    return explained ? std::string("taken") : std::string(explained.error().code.id());
  };
  EXPECT_EQ(refusal(world.golsar.actor, "چرا؟"), "finding.not_open");
  EXPECT_EQ(refusal(world.golsar.actor, " \n "), "finding.note_missing");
  EXPECT_EQ(refusal(world.golsar.actor, std::string(2001, 'x')), "answers.too_long");
  EXPECT_EQ(refusal(world.other.actor, "x"), "access.not_found");
  EXPECT_EQ(refusal(world.expert, "x"), "access.forbidden");
}

TEST_F(Processing, NothingIsJudgedOnceRanksArePublished) {
  attach();
  world.work();
  const auto scores = world.scores_of(world.golsar, "licence").size();
  world.publish_provisional();
  world.criteria.fields = {};
  write([&](storage::Stores& stores) {
    return workflow::enqueue_judging(stores.jobs(), world.golsar.declaration, "licence", "late", world.clock.now());
  });
  world.work();
  EXPECT_EQ(world.scores_of(world.golsar, "licence").size(), scores);
}

}  // namespace
}  // namespace mizan::tests
