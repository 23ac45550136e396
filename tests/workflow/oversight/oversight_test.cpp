// SPDX-License-Identifier: GPL-3.0-or-later
// Searching, dossiers, recovery codes, progress, jobs, audit, definitions and the demonstration clock.
#include "workflow/access/issue_recovery_code.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/oversight/manage_jobs.hpp"
#include "workflow/oversight/read_audit.hpp"
#include "workflow/oversight/search_offices.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/review/view_dossier.hpp"
#include "workflow/round_world.hpp"
#include "workflow/rounds/close_declarations.hpp"
#include "workflow/rounds/list_definitions.hpp"
#include "workflow/rounds/move_clock.hpp"
#include "workflow/rounds/round_progress.hpp"
#include "workflow/search_text.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace mizan::tests {
namespace {

class Operation : public ::testing::Test {
 protected:
  std::string national_code_of(OfficeId office) {
    return world.look([&](storage::Stores& stores) { return stores.accounts().accounts_of(office); })
        .at(0)
        .first.national_code;
  }
  RoundWorld world;
};

TEST(SearchText, is_what_the_register_spells) {
  EXPECT_EQ(workflow::search_text("  دفتر   كليبر‌ي "), "دفتر کلیبر‌ی");
  EXPECT_EQ(workflow::search_text("۷۲-۰٠٠۰1"), "72-00001");
  EXPECT_EQ(workflow::search_text("\t\n"), "");
}

TEST_F(Operation, offices_are_found_by_name_licence_and_national_code) {
  const auto found = [&](const std::string& text) {
    storage::OfficeFilter filter;
    filter.text = text;
    return must_have(workflow::search_offices(world.services, world.cra, filter)).total;
  };
  EXPECT_EQ(found(""), 5);
  EXPECT_EQ(found("لاهيجان"), 1);
  EXPECT_EQ(found("۷۲-۰۰۰۰۱"), 1);
  EXPECT_EQ(found(national_code_of(world.rasht)), 1);
  EXPECT_EQ(found("%"), 0);
}

TEST_F(Operation, the_list_shows_where_each_office_stands) {
  const auto round = world.open(SilencePolicy::lowest_rank);
  world.submit(round, world.rasht, 450);
  static_cast<void>(world.add_finding(world.declaration(round, world.rasht), FindingState::open));
  static_cast<void>(world.add_office("tehran", "تهران"));  // after the call
  const auto standings = must_have(workflow::search_offices(world.services, world.cra, {})).offices;
  ASSERT_EQ(standings.size(), 6U);
  for (const auto& row : standings) {
    if (row.office.id == world.rasht) {
      EXPECT_EQ(row.status, DeclarationStatus::submitted);
      EXPECT_EQ(row.open_findings, 1);
    }
    EXPECT_EQ(row.status.has_value(), row.office.province != "tehran");
    EXPECT_EQ(row.rank.value, 0);
  }
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
  world.advance(std::chrono::days(25));
  static_cast<void>(must_have(workflow::publish_provisional(world.services, world.cra, round)));
  storage::OfficeFilter rasht;
  rasht.province = "gilan";
  rasht.city = "رشت";
  EXPECT_EQ(must_have(workflow::search_offices(world.services, world.cra, rasht)).offices.at(0).rank.value, 1);
}

TEST_F(Operation, a_dossier_holds_the_whole_office) {
  const auto before = must_have(workflow::view_dossier(world.services, world.gilan, world.rasht));
  EXPECT_FALSE(before.round.has_value());
  EXPECT_TRUE(before.sections.empty());
  const auto round = world.open(SilencePolicy::unranked);
  world.submit(round, world.rasht, 300);
  static_cast<void>(world.add_finding(world.declaration(round, world.rasht), FindingState::open));
  const auto dossier = must_have(workflow::view_dossier(world.services, world.gilan, world.rasht));
  ASSERT_TRUE(dossier.declaration.has_value());
  EXPECT_EQ(dossier.points, Points::whole(300));
  ASSERT_EQ(dossier.sections.size(), world.definitions.form(OfficeKind::pishkhan)->sections.size());
  EXPECT_EQ(dossier.sections[1].evidence.size(), 1U);
  EXPECT_EQ(dossier.sections[1].evidence[0].findings.size(), 1U);
  EXPECT_EQ(dossier.accounts.size(), 1U);
}

TEST_F(Operation, a_recovery_code_is_issued_after_a_recorded_check_and_stored_as_a_hash) {
  const auto national_code = national_code_of(world.rasht);
  EXPECT_EQ(code_of(workflow::issue_recovery_code(world.services, world.gilan, world.rasht, {national_code, "  "})),
            "account.identity_check_missing");
  EXPECT_EQ(code_of(workflow::issue_recovery_code(world.services, world.gilan, world.rasht,
                                                  {national_code_of(world.lahijan), "حضوری"})),
            "account.unknown");
  const auto first = must_have(
      workflow::issue_recovery_code(world.services, world.gilan, world.rasht, {national_code, "حضوری، کارت ملی"}));
  const auto second = must_have(
      workflow::issue_recovery_code(world.services, world.gilan, world.rasht, {national_code, "حضوری، کارت ملی"}));
  world.look([&](storage::Stores& stores) -> Result<int> {
    const auto account = stores.accounts().find_by_national_code(national_code)->value();
    const auto usable = stores.accounts().usable_recovery_code(account.id, world.clock.now())->value();
    EXPECT_EQ(usable.code_hash.find(second.code), std::string::npos);
    EXPECT_TRUE(workflow::secret_code_matches(second.code, usable.code_hash, world.limits.accounts));
    EXPECT_FALSE(workflow::secret_code_matches(first.code, usable.code_hash, world.limits.accounts));
    EXPECT_EQ(usable.identity_check, "حضوری، کارت ملی");
    EXPECT_EQ(usable.issued_by, world.gilan.account);
    return 0;
  });
  storage::AuditFilter filter;
  filter.subject = "account";
  const auto lines = must_have(workflow::read_audit(world.services, world.cra, filter)).lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].actor_name, "کارشناس گیلان");
  EXPECT_EQ(lines[0].entry.detail.dump().find(second.code), std::string::npos);
}

TEST(Histogram, has_bars_of_equal_width_that_hold_everything) {
  EXPECT_TRUE(workflow::histogram_of({}).empty());
  const auto bars =
      workflow::histogram_of({Points::whole(0), Points::whole(-5), Points::whole(410), Points::whole(640)});
  ASSERT_FALSE(bars.empty());
  int count = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    EXPECT_EQ(bars[i].to - bars[i].from, bars[0].to - bars[0].from);
    EXPECT_EQ(bars[i].from.thousandths % 10'000, 0);
    if (i > 0) {
      EXPECT_EQ(bars[i].from, bars[i - 1].to);
    }
    count += bars[i].count;
  }
  EXPECT_EQ(count, 4);
  EXPECT_EQ(bars.front().count, 2);
  EXPECT_LE(bars.size(), 21U);
}

TEST_F(Operation, progress_counts_days_provinces_and_the_round_before) {
  const auto first = world.open(SilencePolicy::unranked, "1404-1");
  world.submit(first, world.rasht, 300);
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, first)));
  world.advance(std::chrono::days(180));
  const auto second = world.open(SilencePolicy::unranked, "1404-2");
  world.submit(second, world.rasht, 300);
  world.advance(std::chrono::days(2));
  world.submit(second, world.zanjan_one, 150);
  const auto progress = must_have(workflow::round_progress(world.services, world.cra, second));
  EXPECT_EQ(progress.totals.offices, 5);
  EXPECT_EQ(progress.totals.submitted, 2);
  EXPECT_EQ(progress.totals.started, 2);
  EXPECT_EQ(progress.provinces.size(), 3U);
  ASSERT_EQ(progress.daily.size(), 3U);
  EXPECT_EQ(progress.daily[0].submitted, 1);
  EXPECT_EQ(progress.daily[1].submitted, 1);
  EXPECT_EQ(progress.daily[2].submitted, 2);
  EXPECT_EQ(progress.daily[2].before, 1);
  EXPECT_EQ(progress.thresholds.size(), 3U);
  int counted = 0;
  for (const auto& bar : progress.histogram) counted += bar.count;
  EXPECT_EQ(counted, 2);
  EXPECT_FALSE(must_have(workflow::round_progress(world.services, world.cra, first)).daily.at(0).before.has_value());
}

TEST_F(Operation, a_dead_job_is_put_back_once) {
  world.change([&](storage::Stores& stores) {
    return workflow::enqueue_reading(stores.jobs(), EvidenceId{17}, world.clock.now());
  });
  world.change([&](storage::Stores& stores) -> Outcome {
    const auto now = world.clock.now();
    auto job = stores.jobs().claim("test", now, now + std::chrono::minutes(1));
    auto buried = stores.jobs().bury((*job)->id, (*job)->token, Problem("process.crashed").with("process", "reader"));
    if (!buried) return fail(std::move(buried.error()));
    return {};
  });
  const auto dead = must_have(workflow::list_jobs(world.services, world.cra, storage::JobState::dead));
  ASSERT_EQ(dead.jobs.size(), 1U);
  EXPECT_EQ(dead.jobs[0].subject, "evidence/17");
  EXPECT_EQ(dead.jobs[0].job.problem, "process.crashed");
  EXPECT_EQ(dead.counts.at(storage::JobState::dead), 1);
  const auto again = must_have(workflow::retry_job(world.services, world.cra, dead.jobs[0].job.id));
  EXPECT_EQ(again.job.state, storage::JobState::waiting);
  EXPECT_EQ(again.job.attempts, 0);
  EXPECT_EQ(code_of(workflow::retry_job(world.services, world.cra, dead.jobs[0].job.id)), "storage.conflict");
}

TEST_F(Operation, the_clock_moves_in_demonstration_data_only) {
  EXPECT_EQ(code_of(workflow::move_clock(world.services, world.cra, std::chrono::hours(24))), "round.clock_refused");
  EXPECT_EQ(world.clock.offset(), milliseconds(0));
  world.change([](storage::Stores& stores) { return stores.settings().set(storage::k_demonstration, "yes"); });
  const auto moved = must_have(workflow::move_clock(world.services, world.cra, std::chrono::hours(24)));
  EXPECT_EQ(moved.offset, std::chrono::hours(24));
  EXPECT_EQ(world.clock.offset(), std::chrono::hours(24));
  EXPECT_EQ(world.look([](storage::Stores& stores) { return stores.settings().find(storage::k_clock_offset); }),
            "86400000");
  EXPECT_EQ(code_of(workflow::move_clock(world.services, world.cra, std::chrono::seconds::max())),
            "round.clock_refused");
}

TEST_F(Operation, the_audit_is_read_by_kind_and_by_subject_in_sentences) {
  const auto round = world.open(SilencePolicy::unranked);
  static_cast<void>(must_have(workflow::close_declarations(world.services, world.cra, round)));
  storage::AuditFilter filter;
  filter.subject = "round/" + std::to_string(round.value);
  const auto page = must_have(workflow::read_audit(world.services, world.cra, filter));
  ASSERT_EQ(page.lines.size(), 3U);
  EXPECT_EQ(page.lines[0].entry.action, "round.declarations_closed");
  EXPECT_NE(page.lines[0].text.fa.find("۵ دفتر بی‌پاسخ"), std::string::npos) << page.lines[0].text.fa;
  EXPECT_NE(page.lines[1].text.en.find("5 offices"), std::string::npos) << page.lines[1].text.en;
  filter.subject = "round";
  filter.limit = 2;
  const auto first = must_have(workflow::read_audit(world.services, world.cra, filter));
  ASSERT_TRUE(first.next.has_value());
  filter.before = *first.next;
  EXPECT_EQ(must_have(workflow::read_audit(world.services, world.cra, filter)).lines.size(), 1U);
  filter.subject = "roun";
  filter.before = {};
  EXPECT_TRUE(must_have(workflow::read_audit(world.services, world.cra, filter)).lines.empty());
}

TEST_F(Operation, rule_sets_say_what_can_be_reached) {
  const auto views = must_have(workflow::list_rule_sets(world.services, world.cra));
  ASSERT_FALSE(views.empty());
  const auto& example = views.front();
  EXPECT_TRUE(example.rule_set->example);
  EXPECT_EQ(example.kinds.size(), 2U);
  EXPECT_GE(example.maximum, example.rules.thresholds.front().minimum);
  EXPECT_EQ(must_have(workflow::list_criteria(world.services, world.cra)).running.size(),
            world.definitions.bundles().size());
}

}  // namespace
}  // namespace mizan::tests
