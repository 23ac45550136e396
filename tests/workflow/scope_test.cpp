// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets what: every use case of experts and CRA, asked by everybody, about an office of Gilan and one of Zanjan.
#include "workflow/access/issue_recovery_code.hpp"
#include "workflow/objections/browse_objections.hpp"
#include "workflow/objections/rule_on_objection.hpp"
#include "workflow/oversight/manage_jobs.hpp"
#include "workflow/oversight/read_audit.hpp"
#include "workflow/oversight/search_offices.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/ranks/round_services.hpp"
#include "workflow/review/browse_queue.hpp"
#include "workflow/review/decide_finding.hpp"
#include "workflow/review/view_dossier.hpp"
#include "workflow/review/view_finding_case.hpp"
#include "workflow/round_world.hpp"
#include "workflow/rounds/close_declarations.hpp"
#include "workflow/rounds/list_definitions.hpp"
#include "workflow/rounds/move_clock.hpp"
#include "workflow/rounds/open_round.hpp"
#include "workflow/rounds/round_overview.hpp"
#include "workflow/rounds/round_progress.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace mizan::tests {
namespace {

/// What somebody is answered about Zanjan: a code of the catalogue, or "" for an answer.
struct Row {
  const char* use_case;
  std::function<std::string(const Actor&)> ask;
  const char* office;
  const char* expert_of_gilan;
  const char* expert_of_zanjan;
  const char* cra;
};

constexpr const char* k_forbidden = "access.forbidden";
constexpr const char* k_hidden = "access.not_found";

class ScopeTable : public ::testing::Test {
 protected:
  ScopeTable() : round(world.open(SilencePolicy::unranked)) {
    world.submit(round, world.rasht, 300);
    world.submit(round, world.zanjan_one, 300);
    finding = world.add_finding(world.declaration(round, world.zanjan_one), FindingState::open);
    static_cast<void>(world.add_finding(world.declaration(round, world.rasht), FindingState::open));
    static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
    world.finish_jobs();
  }

  RoundWorld world;
  RoundId round;
  FindingId finding;
};

TEST_F(ScopeTable, holds) {
  const auto& services = world.services;
  const auto national_code =
      world.look([&](storage::Stores& stores) { return stores.accounts().accounts_of(world.zanjan_one); })
          .at(0)
          .first.national_code;
  // clang-format off
  const std::vector<Row> rows{
      {"view_finding_case", [&](const Actor& who) { return code_of(workflow::view_finding_case(services, who, finding)); }, k_forbidden, k_hidden, "", ""},
      {"undo_decision", [&](const Actor& who) { return code_of(workflow::undo_decision(services, who, finding)); }, k_forbidden, k_hidden, "finding.undo_expired", k_forbidden},
      {"view_dossier", [&](const Actor& who) { return code_of(workflow::view_dossier(services, who, world.zanjan_one)); }, k_forbidden, k_hidden, "", ""},
      {"issue_recovery_code", [&](const Actor& who) { return code_of(workflow::issue_recovery_code(services, who, world.zanjan_one, {national_code, "کارت ملی را دید"})); },
       k_forbidden, k_hidden, "", k_forbidden},
      {"list_rounds", [&](const Actor& who) { return code_of(workflow::list_rounds(services, who)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"view_round", [&](const Actor& who) { return code_of(workflow::view_round(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"open_round", [&](const Actor& who) { return code_of(workflow::open_round(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, "round.wrong_stage"},
      {"close_declarations", [&](const Actor& who) { return code_of(workflow::close_declarations(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, "round.wrong_stage"},
      {"publish_final", [&](const Actor& who) { return code_of(workflow::publish_final(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, "round.wrong_stage"},
      {"round_progress", [&](const Actor& who) { return code_of(workflow::round_progress(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"round_ranks", [&](const Actor& who) { return code_of(workflow::round_ranks(services, who, round, {})); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"round_services", [&](const Actor& who) { return code_of(workflow::round_services(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"reconcile_round", [&](const Actor& who) { return code_of(workflow::reconcile_round(services, who, round)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"list_criteria", [&](const Actor& who) { return code_of(workflow::list_criteria(services, who)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"list_rule_sets", [&](const Actor& who) { return code_of(workflow::list_rule_sets(services, who)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"list_jobs", [&](const Actor& who) { return code_of(workflow::list_jobs(services, who, std::nullopt)); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"retry_job", [&](const Actor& who) { return code_of(workflow::retry_job(services, who, JobId{1})); }, k_forbidden, k_forbidden, k_forbidden, k_hidden},
      {"read_audit", [&](const Actor& who) { return code_of(workflow::read_audit(services, who, {})); }, k_forbidden, k_forbidden, k_forbidden, ""},
      {"move_clock", [&](const Actor& who) { return code_of(workflow::move_clock(services, who, std::chrono::hours(1))); }, k_forbidden, k_forbidden, k_forbidden, "round.clock_refused"},
      {"decide_finding", [&](const Actor& who) { return code_of(workflow::decide_finding(services, who, finding, {})); }, k_forbidden, k_hidden, "", k_forbidden},
  };
  // clang-format on
  for (const auto& row : rows) {
    EXPECT_EQ(row.ask(world.licensee(world.zanjan_one)), row.office) << row.use_case;
    EXPECT_EQ(row.ask(world.gilan), row.expert_of_gilan) << row.use_case;
    EXPECT_EQ(row.ask(world.cra), row.cra) << row.use_case;
    EXPECT_EQ(row.ask(world.zanjan), row.expert_of_zanjan) << row.use_case;
  }
}

TEST_F(ScopeTable, lists_exports_and_searches_of_gilan_hold_nothing_of_zanjan) {
  const auto& services = world.services;
  for (const auto& line : must_have(workflow::browse_queue(services, world.gilan, {})).lines)
    EXPECT_EQ(line.item.office.province, "gilan");
  storage::QueueFilter foreign;
  foreign.province = "zanjan";
  const auto view = must_have(workflow::browse_queue(services, world.gilan, foreign));
  EXPECT_TRUE(view.lines.empty());
  EXPECT_EQ(view.count, 0);
  EXPECT_EQ(view.provinces.size(), 1U);
  EXPECT_TRUE(must_have(workflow::queue_for_export(services, world.gilan, foreign)).empty());
  EXPECT_EQ(must_have(workflow::queue_for_export(services, world.zanjan, {})).size(), 1U);

  storage::OfficeFilter search;
  search.text = "دفتر زنجان";
  EXPECT_EQ(must_have(workflow::search_offices(services, world.gilan, search)).total, 0);
  EXPECT_EQ(must_have(workflow::search_offices(services, world.zanjan, search)).total, 2);
  EXPECT_EQ(code_of(workflow::search_offices(services, world.licensee(world.rasht), search)), k_forbidden);
  EXPECT_EQ(code_of(workflow::browse_queue(services, world.licensee(world.rasht), {})), k_forbidden);
  EXPECT_EQ(code_of(workflow::list_objections(services, world.licensee(world.rasht), std::nullopt)), k_forbidden);
}

TEST_F(ScopeTable, objections_of_zanjan_do_not_exist_for_gilan) {
  world.advance(std::chrono::days(22));
  static_cast<void>(must_have(workflow::publish_provisional(world.services, world.cra, round)));
  const auto objection = world.add_objection(round, world.zanjan_one);
  EXPECT_TRUE(must_have(workflow::list_objections(world.services, world.gilan, std::nullopt)).empty());
  EXPECT_EQ(code_of(workflow::view_objection_case(world.services, world.gilan, objection)), k_hidden);
  EXPECT_EQ(code_of(workflow::rule_on_objection(world.services, world.gilan, objection,
                                                {RulingOutcome::rejected, std::nullopt, "نه"})),
            k_hidden);
  EXPECT_EQ(must_have(workflow::list_objections(world.services, world.zanjan, std::nullopt)).size(), 1U);
}

}  // namespace
}  // namespace mizan::tests
