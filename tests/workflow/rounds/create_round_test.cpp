// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/create_round.hpp"

#include "workflow/round_world.hpp"
#include "workflow/rounds/open_round.hpp"
#include "workflow/rounds/round_overview.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace mizan::tests {
namespace {

using workflow::RoundDraft;

RoundDraft good_draft() {
  RoundDraft draft;
  draft.title_fa = "دورهٔ نیمهٔ دوم";
  draft.title_en = "Second half";
  draft.period = "1404-2";
  draft.kinds = {OfficeKind::pishkhan};
  draft.rule_set = "example-1404";
  return draft;
}

struct BadDraft {
  const char* field;
  std::function<void(RoundDraft&)> spoil;
};

class CreateRound : public ::testing::Test {
 protected:
  RoundWorld world;
};

TEST_F(CreateRound, refuses_a_wrong_draft_naming_the_field) {
  const std::vector<BadDraft> cases{
      {"title_fa", [](RoundDraft& draft) { draft.title_fa.clear(); }},
      {"title_en", [](RoundDraft& draft) { draft.title_en.clear(); }},
      {"period", [](RoundDraft& draft) { draft.period = "1404"; }},
      {"period", [](RoundDraft& draft) { draft.period = "1404-3"; }},
      {"period", [](RoundDraft& draft) { draft.period = "1504-1"; }},
      {"kinds", [](RoundDraft& draft) { draft.kinds.clear(); }},
      {"kinds", [](RoundDraft& draft) { draft.kinds = {OfficeKind::pishkhan, OfficeKind::pishkhan}; }},
      {"declare_days", [](RoundDraft& draft) { draft.declare_days = 0; }},
      {"region_days", [](RoundDraft& draft) { draft.region_days = 121; }},
      {"objection_days", [](RoundDraft& draft) { draft.objection_days = 61; }},
      {"rule_set", [](RoundDraft& draft) { draft.rule_set = "nothing"; }},
  };
  for (const auto& bad : cases) {
    auto draft = good_draft();
    bad.spoil(draft);
    const auto refused = workflow::create_round(world.services, world.cra, draft);
    ASSERT_EQ(code_of(refused), "round.invalid") << bad.field;
    EXPECT_EQ(refused.error().field, bad.field);
    EXPECT_NE(refused.error().text_fa(), refused.error().text_en());
  }
  EXPECT_TRUE(must_have(workflow::list_rounds(world.services, world.cra)).empty());
}

TEST_F(CreateRound, is_for_cra_only) {
  for (const auto& actor : {world.gilan, world.licensee(world.rasht)})
    EXPECT_EQ(code_of(workflow::create_round(world.services, actor, good_draft())), "access.forbidden");
}

TEST_F(CreateRound, a_draft_counts_the_offices_it_would_call) {
  const auto round = must_have(workflow::create_round(world.services, world.cra, good_draft()));
  const auto overview = must_have(workflow::view_round(world.services, world.cra, round.id));
  EXPECT_EQ(overview.round.stage, RoundStage::draft);
  EXPECT_EQ(overview.offices, 5);
  EXPECT_EQ(overview.submitted, 0);
}

TEST_F(CreateRound, opening_pins_rules_and_calls_every_office_of_the_kind_once) {
  static_cast<void>(world.add_office("gilan", "روستای بالا", OfficeKind::rural_ict));
  const auto id = world.open(SilencePolicy::unranked);
  const auto round = world.round(id);
  EXPECT_EQ(round.stage, RoundStage::declaration);
  EXPECT_EQ(round.rule_set_json, world.definitions.rule_set("example-1404")->text);
  EXPECT_EQ(round.criteria.size(), world.definitions.form(OfficeKind::pishkhan)->sections.size());
  const auto declared = world.look([&](storage::Stores& stores) { return stores.reports().declared_offices(id); });
  ASSERT_EQ(declared.size(), 5U);
  for (const auto& row : declared) EXPECT_EQ(row.declaration.status, DeclarationStatus::open);
  ASSERT_TRUE(round.declare_until.has_value());
  EXPECT_GT(*round.declare_until, world.clock.now() + std::chrono::days(20));
  EXPECT_LT(*round.declare_until, world.clock.now() + std::chrono::days(21));
}

TEST_F(CreateRound, opens_once_and_not_beside_another_round_of_the_kind) {
  const auto first = world.open(SilencePolicy::unranked);
  EXPECT_EQ(code_of(workflow::open_round(world.services, world.cra, first)), "round.wrong_stage");
  const auto second = must_have(workflow::create_round(world.services, world.cra, good_draft()));
  EXPECT_EQ(code_of(workflow::open_round(world.services, world.cra, second.id)), "round.invalid");
  EXPECT_EQ(world.round(second.id).stage, RoundStage::draft);
  EXPECT_EQ(code_of(workflow::open_round(world.services, world.cra, RoundId{999})), "access.not_found");
}

}  // namespace
}  // namespace mizan::tests
