// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/publish_ranks.hpp"

#include "workflow/objections/rule_on_objection.hpp"
#include "workflow/ranks/public_ranks.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/ranks/round_services.hpp"
#include "workflow/review/decide_finding.hpp"
#include "workflow/round_world.hpp"
#include "workflow/rounds/close_declarations.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class PublishRanks : public ::testing::Test {
 protected:
  PublishRanks() : round(world.open(SilencePolicy::lowest_rank)) {
    world.submit(round, world.rasht, 450);       // rank 1
    world.submit(round, world.lahijan, 300);     // rank 2
    world.submit(round, world.zanjan_one, 150);  // rank 3
    world.submit(round, world.zanjan_two, 20);   // below every threshold
  }  // Qazvin stays silent
  void to_review() {
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    world.finish_jobs();
  }
  Snapshot to_objection() {
    to_review();
    return must_have(workflow::publish_provisional(world.services, world.cra, round));
  }
  void past_the_windows() { world.advance(world.limits.deemed_delivery + std::chrono::days(9)); }
  std::vector<std::string> blockers() {
    std::vector<std::string> codes;
    for (const auto& blocker : must_have(workflow::reconcile_round(world.services, world.cra, round)).blockers)
      codes.push_back(blocker.code);
    return codes;
  }
  Rank published_rank(OfficeId office) {
    for (const auto& row : must_have(workflow::round_ranks(world.services, world.cra, round, {{}, 0, 0})).rows)
      if (row.office.id == office) return row.ranked.rank;
    return {-1};
  }
  Ruling rule(const Actor& reader, ObjectionId id, RulingOutcome outcome, std::optional<Points> points = std::nullopt) {
    return must_have(workflow::rule_on_objection(world.services, reader, id, {outcome, points, "به این دلیل"}));
  }

  RoundWorld world;
  RoundId round;
};

TEST_F(PublishRanks, ranks_before_publication_are_as_they_would_be) {
  const auto ranks = must_have(workflow::round_ranks(world.services, world.cra, round, {"gilan", 0, 50}));
  EXPECT_FALSE(ranks.snapshot.has_value());
  ASSERT_EQ(ranks.total, 2);
  EXPECT_EQ(ranks.rows[0].office.id, world.rasht);
  EXPECT_EQ(ranks.rows[0].ranked.rank.value, 1);
  EXPECT_EQ(must_have(workflow::round_ranks(world.services, world.cra, round, {{}, 1, 2})).rows.size(), 2U);
}

TEST_F(PublishRanks, waits_for_findings_readings_and_judgings) {
  const auto finding = world.add_finding(world.declaration(round, world.rasht), FindingState::open);
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
  EXPECT_EQ(blockers(), std::vector<std::string>{"open_findings"});
  const auto refused = workflow::publish_provisional(world.services, world.cra, round);
  ASSERT_EQ(code_of(refused), "round.not_ready");
  EXPECT_NE(refused.error().text_fa().find("۱ مورد"), std::string::npos);
  EXPECT_NE(refused.error().text_en().find("1 items"), std::string::npos);

  static_cast<void>(must_have(
      workflow::decide_finding(world.services, world.gilan, finding, {DecisionKind::document, {}, milliseconds(1)})));
  EXPECT_EQ(blockers(), std::vector<std::string>{"scores_pending"});
  world.finish_jobs();
  EXPECT_TRUE(must_have(workflow::reconcile_round(world.services, world.cra, round)).green());
}

TEST_F(PublishRanks, nothing_is_ready_while_offices_declare) {
  EXPECT_EQ(blockers(), std::vector<std::string>{"declarations_open"});
  EXPECT_FALSE(must_have(workflow::reconcile_round(world.services, world.cra, round)).green());
}

TEST_F(PublishRanks, after_the_region_s_deadline_open_findings_no_longer_block) {
  static_cast<void>(world.add_finding(world.declaration(round, world.rasht), FindingState::open));
  to_review();
  world.advance(std::chrono::days(22));
  EXPECT_TRUE(blockers().empty());
}

TEST_F(PublishRanks, in_order_and_by_cra_only) {
  EXPECT_EQ(code_of(workflow::publish_provisional(world.services, world.cra, round)), "round.wrong_stage");
  to_review();
  EXPECT_EQ(code_of(workflow::publish_final(world.services, world.cra, round)), "round.wrong_stage");
  EXPECT_EQ(code_of(workflow::publish_provisional(world.services, world.gilan, round)), "access.forbidden");
  EXPECT_EQ(code_of(workflow::reconcile_round(world.services, world.gilan, round)), "access.forbidden");
}

TEST_F(PublishRanks, the_published_counts_add_up_to_the_licensed_offices) {
  static_cast<void>(to_objection());
  const auto list = must_have(workflow::public_ranks(world.services, {}));
  ASSERT_TRUE(list.published.has_value());
  EXPECT_EQ(list.counts, (std::array<int, 4>{1, 1, 1, 2}));  // unranked, rank 1, 2, and 3 with the silent one
  EXPECT_EQ(list.total, 5);
  EXPECT_FALSE(list.official);

  workflow::RankListQuery zanjan;
  zanjan.filter.province = "zanjan";
  zanjan.filter.rank = 0;
  const auto unranked = must_have(workflow::public_ranks(world.services, zanjan));
  EXPECT_EQ(unranked.counts, (std::array<int, 4>{1, 0, 0, 1}));  // counts do not follow the rank that was picked
  ASSERT_EQ(unranked.rows.size(), 1U);
  EXPECT_EQ(unranked.rows[0].office.id, world.zanjan_two);
  EXPECT_EQ(unranked.cities, std::vector<std::string>{"زنجان"});
  workflow::RankListQuery unknown;
  unknown.round = RoundId{77};
  EXPECT_EQ(code_of(workflow::public_ranks(world.services, unknown)), "access.not_found");
}

TEST_F(PublishRanks, nothing_is_public_before_publication) {
  to_review();
  EXPECT_FALSE(must_have(workflow::public_ranks(world.services, {})).published.has_value());
  EXPECT_TRUE(must_have(workflow::published_rounds(world.services)).empty());
  workflow::RankListQuery query;
  query.round = round;
  EXPECT_EQ(code_of(workflow::public_ranks(world.services, query)), "access.not_found");
}

TEST_F(PublishRanks, final_ranks_wait_for_every_objection_window) {
  static_cast<void>(to_objection());
  EXPECT_EQ(blockers(), std::vector<std::string>{"objection_windows_open"});
  world.advance(world.limits.deemed_delivery + std::chrono::days(7));  // the last window ends at midnight
  const auto at_the_edge = blockers();
  EXPECT_EQ(at_the_edge, std::vector<std::string>{"objection_windows_open"});
  world.advance(std::chrono::days(1));
  EXPECT_TRUE(blockers().empty());
  const auto snapshot = must_have(workflow::publish_final(world.services, world.cra, round));
  EXPECT_EQ(snapshot.kind, SnapshotKind::final_);
  EXPECT_EQ(world.round(round).stage, RoundStage::closed);
}

TEST_F(PublishRanks, a_standing_objection_holds_the_office_until_it_is_decided) {
  static_cast<void>(to_objection());
  const auto objection = world.add_objection(round, world.lahijan);
  past_the_windows();
  const auto table = must_have(workflow::reconcile_round(world.services, world.cra, round));
  EXPECT_TRUE(table.green());
  EXPECT_EQ(table.total.held, 1);
  EXPECT_EQ(table.total.difference(), 0);
  static_cast<void>(must_have(workflow::publish_final(world.services, world.cra, round)));
  auto list = must_have(workflow::public_ranks(world.services, {}));
  EXPECT_EQ(std::count_if(list.rows.begin(), list.rows.end(), [](const auto& row) { return row.ranked.held; }), 1);

  static_cast<void>(rule(world.gilan, objection, RulingOutcome::rejected));
  static_cast<void>(rule(world.cra, objection, RulingOutcome::upheld, Points::whole(430)));
  const auto again = must_have(workflow::publish_final(world.services, world.cra, round));
  EXPECT_EQ(published_rank(world.lahijan).value, 1);
  list = must_have(workflow::public_ranks(world.services, {}));
  EXPECT_EQ(list.published->snapshot.id, again.id);
  EXPECT_TRUE(std::none_of(list.rows.begin(), list.rows.end(), [](const auto& row) { return row.ranked.held; }));
}

TEST_F(PublishRanks, every_snapshot_recomputes_to_the_same_bytes_whatever_came_later) {
  const auto provisional = to_objection();
  const auto objection = world.add_objection(round, world.lahijan);
  past_the_windows();
  const auto held = must_have(workflow::publish_final(world.services, world.cra, round));
  static_cast<void>(rule(world.second_of_gilan, objection, RulingOutcome::upheld, Points::whole(430)));
  static_cast<void>(rule(world.gilan, objection, RulingOutcome::upheld, Points::whole(430)));
  const auto final_one = must_have(workflow::publish_final(world.services, world.cra, round));
  world.score(world.declaration(round, world.rasht), "licence", 1);
  world.change([&](storage::Stores& stores) -> Outcome {  // the register changes; what was published does not
    auto office = stores.offices().find(world.rasht, Scope::everything());
    (*office)->city = "انزلی";
    return stores.offices().update(**office);
  });
  for (const auto& snapshot : {provisional, held, final_one}) {
    const auto again = must_have(workflow::recompute_snapshot(world.services, world.cra, snapshot.id));
    EXPECT_TRUE(again.same()) << to_text(snapshot.kind);
    EXPECT_EQ(again.published, snapshot.content);
  }
  EXPECT_NE(provisional.content, held.content);
  EXPECT_NE(held.content, final_one.content);
  EXPECT_EQ(code_of(workflow::recompute_snapshot(world.services, world.gilan, final_one.id)), "access.forbidden");
}

TEST_F(PublishRanks, a_damaged_history_is_seen) {
  const auto snapshot = to_objection();
  auto changed = world.round(round);
  changed.silence_policy = SilencePolicy::unranked;
  world.change([&](storage::Stores& stores) { return stores.rounds().update(changed); });
  EXPECT_FALSE(must_have(workflow::recompute_snapshot(world.services, world.cra, snapshot.id)).same());
}

TEST_F(PublishRanks, services_follow_the_ranks_of_each_city) {
  static_cast<void>(to_objection());
  const auto services = must_have(workflow::round_services(world.services, world.cra, round));
  const auto on_offer = world.definitions.services().all.size();
  EXPECT_EQ(services.services.size(), on_offer);
  const auto rasht =
      std::find_if(services.cities.begin(), services.cities.end(), [](const auto& row) { return row.city == "رشت"; });
  ASSERT_NE(rasht, services.cities.end());
  EXPECT_EQ(rasht->offices, 1);
  ASSERT_EQ(rasht->ranks.size(), 3U);
  EXPECT_EQ(rasht->ranks[0].offices, 1);
  EXPECT_EQ(rasht->ranks[0].services.size(), on_offer);             // rank 1: everything
  EXPECT_LE(rasht->ranks[1].services.size(), on_offer * 70 / 100);  // rank 2: at most 70 %
  EXPECT_EQ(rasht->ranks[2].services.size(), on_offer * 30 / 100);  // rank 3: at most 30 %
  EXPECT_EQ(code_of(workflow::round_services(world.services, world.gilan, round)), "access.forbidden");
}

}  // namespace
}  // namespace mizan::tests
