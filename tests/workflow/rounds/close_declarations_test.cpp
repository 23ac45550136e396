// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/close_declarations.hpp"

#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/round_world.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

struct SilenceCase {
  SilencePolicy policy;
  int rank;  ///< of an office that never declared
};

class CloseDeclarations : public ::testing::Test {
 protected:
  DeclarationStatus status(DeclarationId id) {
    return world.look([&](storage::Stores& stores) { return stores.declarations().find(id, Scope::everything()); })
        ->status;
  }
  Rank rank_of(RoundId round, OfficeId office) {
    const auto ranks = must_have(workflow::round_ranks(world.services, world.cra, round, {{}, 0, 0}));
    const auto row =
        std::find_if(ranks.rows.begin(), ranks.rows.end(), [&](const auto& one) { return one.office.id == office; });
    return row == ranks.rows.end() ? Rank{-1} : row->ranked.rank;
  }
  /// A first round in which Rasht submitted a proved and a decided value, then published to the end.
  RoundId earlier_round() {
    const auto first = world.open(SilencePolicy::unranked, "1404-1");
    world.submit(first, world.rasht, 500);
    const auto declaration = world.declaration(first, world.rasht);
    settled = world.add_finding(declaration, FindingState::settled, "licence");
    decided = world.add_finding(declaration, FindingState::decided);
    world.change([&](storage::Stores& stores) -> Outcome {
      auto added = stores.findings().add_decision({{},
                                                   decided,
                                                   world.gilan.account,
                                                   DecisionKind::document,
                                                   "",
                                                   world.clock.now(),
                                                   std::nullopt,
                                                   milliseconds(3000)});
      if (!added) return fail(std::move(added.error()));
      return {};
    });
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, first)));
    world.finish_jobs();
    static_cast<void>(must_have(workflow::publish_provisional(world.services, world.cra, first)));
    return first;
  }

  RoundWorld world;
  FindingId settled, decided;
};

TEST_F(CloseDeclarations, silence_without_earlier_data_gets_what_the_policy_says) {
  int year = 1404;
  for (const auto& [policy, rank] :
       {SilenceCase{SilencePolicy::unranked, 0}, SilenceCase{SilencePolicy::lowest_rank, 3},
        SilenceCase{SilencePolicy::carry_over, 3}}) {
    const auto round = world.open(policy, std::to_string(year++) + "-1");
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    EXPECT_EQ(status(world.declaration(round, world.rasht)), DeclarationStatus::silent) << to_text(policy);
    EXPECT_EQ(rank_of(round, world.rasht).value, rank) << to_text(policy);
    EXPECT_EQ(world.round(round).stage, RoundStage::review);
  }
}

TEST_F(CloseDeclarations, submitted_offices_are_left_alone) {
  const auto round = world.open(SilencePolicy::unranked);
  world.submit(round, world.rasht, 430);
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
  EXPECT_EQ(status(world.declaration(round, world.rasht)), DeclarationStatus::submitted);
  EXPECT_EQ(rank_of(round, world.rasht).value, 1);
  EXPECT_EQ(code_of(workflow::close_declarations(world.services, world.cra, round)), "round.wrong_stage");
  EXPECT_EQ(code_of(workflow::close_declarations(world.services, world.gilan, round)), "access.forbidden");
}

TEST_F(CloseDeclarations, carries_over_answers_documents_findings_and_decisions) {
  const auto first = earlier_round();
  const auto second = world.open(SilencePolicy::carry_over, "1404-2");
  const auto carried = world.declaration(second, world.rasht);
  // A draft that was never submitted does not count.
  const auto draft_finding = world.add_finding(carried, FindingState::open);
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, second)));

  EXPECT_EQ(status(carried), DeclarationStatus::carried_over);
  EXPECT_EQ(status(world.declaration(second, world.lahijan)), DeclarationStatus::silent);
  world.look([&](storage::Stores& stores) -> Result<int> {
    EXPECT_EQ(stores.declarations().answers(carried, "licence")->answers.value("city", ""), "رشت");
    const auto documents = stores.evidence().list(carried, {}, Scope::everything());
    EXPECT_EQ(documents->size(), 2U);
    EXPECT_EQ(stores.findings().find(draft_finding, Scope::everything())->value().state, FindingState::superseded);
    auto findings = stores.findings().of_declaration(carried, Scope::everything());
    EXPECT_EQ(findings->size(), 2U);
    for (const auto& finding : *findings) {
      const auto decisions = stores.findings().decisions_of(finding.id);
      if (finding.section == "premises") {
        EXPECT_EQ(finding.state, FindingState::decided);
        EXPECT_EQ(decisions->size(), 1U);
        EXPECT_EQ(decisions->at(0).kind, DecisionKind::document);
      } else {
        EXPECT_EQ(finding.state, FindingState::settled);
        EXPECT_TRUE(decisions->empty());
      }
    }
    // Every section is judged again; the original is untouched.
    for (const auto& [section, version] : world.round(second).criteria)
      EXPECT_EQ(*stores.jobs().pending(workflow::k_judge_section, workflow::judging_key(carried, section)), 1)
          << section;
    EXPECT_EQ(stores.findings().find(decided, Scope::everything())->value().declaration,
              world.declaration(first, world.rasht));
    return 0;
  });
}

TEST_F(CloseDeclarations, the_table_adds_up_under_every_policy) {
  static_cast<void>(earlier_round());
  int year = 1405;
  for (const auto policy : {SilencePolicy::carry_over, SilencePolicy::lowest_rank, SilencePolicy::unranked}) {
    const auto round = world.open(policy, std::to_string(year++) + "-1");
    world.submit(round, world.zanjan_one, 300);
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    const auto table = must_have(workflow::reconcile_round(world.services, world.cra, round));
    EXPECT_EQ(table.total.licensed, 5);
    EXPECT_EQ(table.total.difference(), 0);
    ASSERT_EQ(table.provinces.size(), 3U);
    int licensed = 0;
    for (const auto& [province, counts] : table.provinces) {
      EXPECT_EQ(counts.difference(), 0) << province;
      licensed += counts.licensed;
    }
    EXPECT_EQ(licensed, 5);
  }
}

}  // namespace
}  // namespace mizan::tests
