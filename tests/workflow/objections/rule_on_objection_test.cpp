// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objections/rule_on_objection.hpp"

#include "workflow/objections/browse_objections.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/round_world.hpp"
#include "workflow/rounds/close_declarations.hpp"

#include <gtest/gtest.h>

namespace mizan::tests {
namespace {

class RuleOnObjection : public ::testing::Test {
 protected:
  RuleOnObjection() : round(world.open(SilencePolicy::unranked)) {
    world.submit(round, world.rasht, 300);
    world.submit(round, world.zanjan_one, 300);
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    static_cast<void>(must_have(workflow::publish_provisional(world.services, world.cra, round)));
    objection = world.add_objection(round, world.rasht);
  }
  Result<Ruling> rule(const Actor& reader, RulingOutcome outcome, std::optional<Points> points = std::nullopt,
                      std::string reasons = "چون") {
    return workflow::rule_on_objection(world.services, reader, objection, {outcome, points, std::move(reasons)});
  }
  std::vector<ScoreRevision> history() {
    auto all = world.look(
        [&](storage::Stores& stores) { return stores.scores().history(world.declaration(round, world.rasht)); });
    std::erase_if(all, [](const ScoreRevision& revision) { return revision.section != "licence"; });
    return all;
  }

  RoundWorld world;
  RoundId round;
  ObjectionId objection;
};

TEST_F(RuleOnObjection, the_first_reading_is_the_region_s) {
  EXPECT_EQ(code_of(rule(world.cra, RulingOutcome::rejected)), "access.forbidden");
  EXPECT_EQ(code_of(rule(world.zanjan, RulingOutcome::rejected)), "access.not_found");
  EXPECT_EQ(code_of(rule(world.licensee(world.rasht), RulingOutcome::upheld, Points::whole(1))), "access.forbidden");
  EXPECT_EQ(must_have(rule(world.gilan, RulingOutcome::rejected)).reading, 1);
}

TEST_F(RuleOnObjection, the_second_reader_is_not_the_first) {
  static_cast<void>(must_have(rule(world.gilan, RulingOutcome::rejected)));
  EXPECT_EQ(code_of(rule(world.gilan, RulingOutcome::upheld, Points::whole(400))), "objection.same_reader");
  EXPECT_EQ(must_have(rule(world.second_of_gilan, RulingOutcome::rejected)).reading, 2);
  EXPECT_EQ(code_of(rule(world.cra, RulingOutcome::rejected)), "objection.decided");
}

TEST_F(RuleOnObjection, a_ruling_has_reasons_and_points_within_the_section) {
  EXPECT_EQ(code_of(rule(world.gilan, RulingOutcome::rejected, std::nullopt, "")), "objection.reasons_missing");
  EXPECT_EQ(code_of(rule(world.gilan, RulingOutcome::upheld)), "answers.required");
  for (const auto points : {Points::whole(601), Points::whole(-1)})
    EXPECT_EQ(code_of(rule(world.gilan, RulingOutcome::upheld, points)), "answers.out_of_range");
  static_cast<void>(must_have(rule(world.gilan, RulingOutcome::upheld, Points::whole(600))));
}

TEST_F(RuleOnObjection, only_the_second_reading_changes_points_and_they_stay_the_sum_of_their_reasons) {
  const auto before = history().size();
  static_cast<void>(must_have(rule(world.gilan, RulingOutcome::upheld, Points::whole(500))));
  EXPECT_EQ(history().size(), before);
  static_cast<void>(must_have(rule(world.cra, RulingOutcome::upheld, Points::whole(420))));
  const auto after = history();
  ASSERT_EQ(after.size(), before + 1);
  EXPECT_EQ(after.back().cause, "ruling");
  EXPECT_EQ(after.back().score.points, Points::whole(420));
  Points sum;
  for (const auto& reason : after.back().score.reasons) sum += reason.points;
  EXPECT_EQ(sum, Points::whole(420));
}

TEST_F(RuleOnObjection, waits_for_the_virus_scanner_where_scanning_is_required) {
  world.limits.scans.required = true;
  Evidence letter;
  letter.declaration = world.declaration(round, world.rasht);
  letter.section = "licence";
  letter.purpose = EvidencePurpose::objection;
  letter.content = ContentHash{std::string(64, 'a')};
  letter.file_name = "نامه.pdf";
  letter.media_type = "application/pdf";
  letter.status = EvidenceStatus::read;
  letter.uploaded_by = world.licensee(world.rasht).account;
  letter.uploaded_at = world.clock.now();
  static_cast<void>(
      must_have(world.database->write([&](storage::Stores& stores) { return stores.evidence().create(letter); })));
  EXPECT_EQ(code_of(rule(world.gilan, RulingOutcome::rejected)), "evidence.scan_pending");
  world.change([&](storage::Stores& stores) {
    return stores.content_scans().save({letter.content, ScanVerdict::infected, "Eicar", "e/1", world.clock.now()});
  });
  EXPECT_EQ(must_have(rule(world.gilan, RulingOutcome::rejected)).reading, 1) << "nobody will ever be shown it";
}

TEST_F(RuleOnObjection, a_rejection_changes_nothing) {
  const auto before = history().size();
  static_cast<void>(must_have(rule(world.gilan, RulingOutcome::upheld, Points::whole(500))));
  static_cast<void>(must_have(rule(world.cra, RulingOutcome::rejected)));
  EXPECT_EQ(history().size(), before);
}

TEST_F(RuleOnObjection, lists_say_who_may_rule_next_with_the_disputed_points) {
  const auto first = must_have(workflow::list_objections(world.services, world.gilan, std::nullopt));
  ASSERT_EQ(first.size(), 1U);
  EXPECT_TRUE(first[0].may_rule);
  EXPECT_EQ(first[0].score.points, Points::whole(300));
  EXPECT_EQ(first[0].score.maximum, Points::whole(600));
  EXPECT_FALSE(must_have(workflow::list_objections(world.services, world.cra, std::nullopt)).at(0).may_rule);
  EXPECT_TRUE(must_have(workflow::list_objections(world.services, world.zanjan, std::nullopt)).empty());

  static_cast<void>(must_have(rule(world.gilan, RulingOutcome::rejected)));
  const auto second = must_have(workflow::list_objections(world.services, world.cra, ObjectionState::first_read));
  ASSERT_EQ(second.size(), 1U);
  EXPECT_TRUE(second[0].may_rule);
  ASSERT_EQ(second[0].rulings.size(), 1U);
  EXPECT_EQ(second[0].rulings[0].reader_name, "کارشناس گیلان");
  EXPECT_FALSE(must_have(workflow::list_objections(world.services, world.gilan, std::nullopt)).at(0).may_rule);

  const auto subject = must_have(workflow::view_objection_case(world.services, world.gilan, objection));
  EXPECT_EQ(subject.objection.score.reasons.size(), 1U);
  EXPECT_EQ(subject.section->section.id, "licence");
  EXPECT_EQ(code_of(workflow::view_objection_case(world.services, world.zanjan, objection)), "access.not_found");
}

}  // namespace
}  // namespace mizan::tests
