// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/review/decide_finding.hpp"

#include "workflow/review/browse_queue.hpp"
#include "workflow/review/view_finding_case.hpp"
#include "workflow/round_world.hpp"
#include "workflow/rounds/close_declarations.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

namespace mizan::tests {
namespace {

class DecideFinding : public ::testing::Test {
 protected:
  DecideFinding() : round(world.open(SilencePolicy::unranked)) {
    world.submit(round, world.rasht, 300);
    world.submit(round, world.zanjan_one, 300);
    finding = world.add_finding(world.declaration(round, world.rasht), FindingState::open);
    of_zanjan = world.add_finding(world.declaration(round, world.zanjan_one), FindingState::open);
    proved = world.add_finding(world.declaration(round, world.rasht), FindingState::settled, "licence");
  }
  void to_review() {
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    world.finish_jobs();
  }
  Result<Decision> decide(const Actor& actor, FindingId id, DecisionKind kind = DecisionKind::document,
                          std::string note = {}) {
    return workflow::decide_finding(world.services, actor, id, {kind, std::move(note), milliseconds(2500)});
  }
  FindingState state(FindingId id) {
    return world.look([&](storage::Stores& stores) { return stores.findings().find(id, Scope::everything()); })->state;
  }
  int waiting(const Actor& actor) { return must_have(workflow::browse_queue(world.services, actor, {})).count; }

  RoundWorld world;
  RoundId round;
  FindingId finding, of_zanjan, proved;
};

TEST_F(DecideFinding, only_in_the_review_and_only_by_an_expert) {
  EXPECT_EQ(code_of(decide(world.gilan, finding)), "round.wrong_stage");
  to_review();
  EXPECT_EQ(code_of(decide(world.cra, finding)), "access.forbidden");
  EXPECT_EQ(code_of(decide(world.licensee(world.rasht), finding)), "access.forbidden");
  EXPECT_EQ(code_of(decide(world.gilan, proved)), "finding.not_open");
  EXPECT_EQ(code_of(decide(world.gilan, FindingId{9999})), "access.not_found");
}

TEST_F(DecideFinding, another_province_does_not_exist) {
  to_review();
  EXPECT_EQ(code_of(decide(world.gilan, of_zanjan)), "access.not_found");
  EXPECT_EQ(code_of(workflow::undo_decision(world.services, world.gilan, of_zanjan)), "access.not_found");
  EXPECT_EQ(state(of_zanjan), FindingState::open);
}

TEST_F(DecideFinding, stores_the_decision_and_has_the_section_judged) {
  to_review();
  EXPECT_EQ(waiting(world.gilan), 1);
  const auto decision = must_have(decide(world.gilan, finding));
  EXPECT_EQ(decision.expert, world.gilan.account);
  EXPECT_EQ(state(finding), FindingState::decided);
  EXPECT_EQ(waiting(world.gilan), 0);
  const auto key = workflow::judging_key(world.declaration(round, world.rasht), "premises");
  EXPECT_EQ(world.look([&](storage::Stores& stores) { return stores.jobs().pending(workflow::k_judge_section, key); }),
            1);
  EXPECT_EQ(code_of(decide(world.second_of_gilan, finding)), "finding.already_decided");
}

TEST_F(DecideFinding, a_clarification_needs_its_question) {
  to_review();
  const auto refused = decide(world.gilan, finding, DecisionKind::clarification);
  ASSERT_EQ(code_of(refused), "finding.note_missing");
  EXPECT_EQ(refused.error().field, "note");
  static_cast<void>(must_have(decide(world.gilan, finding, DecisionKind::clarification, "متراژ کدام طبقه است؟")));
  EXPECT_EQ(state(finding), FindingState::clarifying);
  EXPECT_EQ(code_of(decide(world.gilan, finding)), "finding.not_open");
}

TEST_F(DecideFinding, waits_for_the_virus_scanner_where_scanning_is_required) {
  to_review();
  world.limits.scans.required = true;
  EXPECT_EQ(code_of(decide(world.gilan, finding)), "evidence.scan_pending");
  EXPECT_FALSE(must_have(workflow::view_finding_case(world.services, world.gilan, finding)).deciding_allowed);
  EXPECT_TRUE(must_have(workflow::browse_queue(world.services, world.gilan, {})).lines.at(0).waits_for_scan);
  const auto content =
      world
          .look([&](storage::Stores& stores) {
            return stores.evidence().find(must_have(stores.findings().find(finding, Scope::everything()))->evidence,
                                          Scope::everything());
          })
          ->content;
  world.change([&](storage::Stores& stores) {
    return stores.content_scans().save({content, ScanVerdict::clean, "", "e/1", world.clock.now()});
  });
  EXPECT_FALSE(must_have(workflow::browse_queue(world.services, world.gilan, {})).lines.at(0).waits_for_scan);
  EXPECT_TRUE(must_have(workflow::view_finding_case(world.services, world.gilan, finding)).deciding_allowed);
  EXPECT_EQ(must_have(decide(world.gilan, finding)).expert, world.gilan.account);
}

TEST_F(DecideFinding, a_note_has_a_limit) {
  to_review();
  EXPECT_EQ(code_of(decide(world.gilan, finding, DecisionKind::document, std::string(10'000, 'a'))),
            "answers.too_long");
}

TEST_F(DecideFinding, is_taken_back_by_its_expert_within_the_window) {
  to_review();
  static_cast<void>(must_have(decide(world.gilan, finding)));
  EXPECT_EQ(code_of(workflow::undo_decision(world.services, world.second_of_gilan, finding)), "finding.undo_expired");
  EXPECT_EQ(must_have(workflow::undo_decision(world.services, world.gilan, finding)).finding.state, FindingState::open);
  EXPECT_EQ(waiting(world.gilan), 1);
  EXPECT_EQ(code_of(workflow::undo_decision(world.services, world.gilan, finding)), "finding.undo_expired");
}

TEST_F(DecideFinding, is_final_after_the_window) {
  to_review();
  static_cast<void>(must_have(decide(world.gilan, finding)));
  world.advance(world.limits.undo + milliseconds(1));
  EXPECT_EQ(code_of(workflow::undo_decision(world.services, world.gilan, finding)), "finding.undo_expired");
  EXPECT_EQ(state(finding), FindingState::decided);
}

TEST_F(DecideFinding, the_case_shows_its_page_and_history) {
  to_review();
  static_cast<void>(must_have(decide(world.gilan, finding)));
  static_cast<void>(must_have(workflow::undo_decision(world.services, world.gilan, finding)));
  static_cast<void>(must_have(decide(world.gilan, finding, DecisionKind::declaration)));
  const auto subject = must_have(workflow::view_finding_case(world.services, world.gilan, finding));
  EXPECT_EQ(subject.office.id, world.rasht);
  ASSERT_EQ(subject.decisions.size(), 2U);
  EXPECT_EQ(subject.decisions[0].decision.kind, DecisionKind::declaration);
  EXPECT_EQ(subject.decisions[0].expert_name, "کارشناس گیلان");
  EXPECT_TRUE(subject.decisions[1].decision.undone_at.has_value());
  EXPECT_EQ(subject.page_findings.size(), 1U);
  EXPECT_TRUE(subject.deciding_allowed);
  EXPECT_FALSE(must_have(workflow::view_finding_case(world.services, world.cra, finding)).deciding_allowed);
}

TEST_F(DecideFinding, the_queue_counts_the_expert_s_own_day) {
  to_review();
  EXPECT_FALSE(must_have(workflow::browse_queue(world.services, world.gilan, {})).day.agreement_per_mille.has_value());
  static_cast<void>(must_have(decide(world.gilan, finding)));
  const auto day = must_have(workflow::browse_queue(world.services, world.gilan, {})).day;
  EXPECT_EQ(day.decided, 1);
  EXPECT_EQ(day.agreement_per_mille, 1000);
  EXPECT_EQ(must_have(workflow::browse_queue(world.services, world.second_of_gilan, {})).day.decided, 0);
}

TEST_F(DecideFinding, the_queue_is_filtered_paged_and_counted) {
  const auto lahijan = [&] {
    world.submit(round, world.lahijan, 100);
    return world.declaration(round, world.lahijan);
  }();
  static_cast<void>(world.add_finding(lahijan, FindingState::open));
  static_cast<void>(world.add_finding(lahijan, FindingState::open, "licence"));
  to_review();
  storage::QueueFilter filter;
  filter.limit = 2;
  const auto first = must_have(workflow::browse_queue(world.services, world.gilan, filter));
  EXPECT_EQ(first.lines.size(), 2U);
  EXPECT_EQ(first.count, 3);
  ASSERT_TRUE(first.next.has_value());
  filter.after = *first.next;
  const auto rest = must_have(workflow::browse_queue(world.services, world.gilan, filter));
  EXPECT_EQ(rest.lines.size(), 1U);
  EXPECT_FALSE(rest.next.has_value());

  storage::QueueFilter city;
  city.city = "لاهیجان";
  city.section = "licence";
  const auto filtered = must_have(workflow::browse_queue(world.services, world.gilan, city));
  EXPECT_EQ(filtered.count, 1);
  EXPECT_EQ(filtered.lines.size(), 1U);
  // Facets stay those of the whole scope, so that another filter can be chosen.
  ASSERT_EQ(filtered.cities.size(), 2U);
  ASSERT_EQ(filtered.criteria.size(), 2U);
  EXPECT_EQ(filtered.provinces.size(), 1U);
  EXPECT_EQ(filtered.provinces[0].title.fa, "گیلان");
  EXPECT_EQ(waiting(world.cra), 4);
}

}  // namespace
}  // namespace mizan::tests
