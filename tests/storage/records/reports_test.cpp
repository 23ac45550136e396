// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <gmock/gmock.h>

namespace mizan::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class ReportsStore : public StoreTest {
 protected:
  void score(DeclarationId declaration, const std::string& section, int points, int maximum) {
    ScoreRevision revision;
    revision.declaration = declaration;
    revision.section = section;
    revision.score.points = Points::whole(points);
    revision.score.maximum = Points::whole(maximum);
    revision.at = at(50);
    write([&](Stores& stores) { return stores.scores().append(revision); });
  }
  void set_status(DeclarationId id, DeclarationStatus status, std::optional<Instant> submitted) {
    write([&](Stores& stores) -> Result<int> {
      auto row = must(stores.declarations().find(id, Scope::everything())).value();
      row.status = status;
      row.submitted_at = submitted;
      must(stores.declarations().update(row));
      return 0;
    });
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(ReportsStore);

TEST_P(ReportsStore, declared_offices_are_joined_in_order) {
  const auto declared = read([&](Stores& stores) { return stores.reports().declared_offices(m_world.round); });
  ASSERT_EQ(declared.size(), 2U);
  EXPECT_EQ(declared[0].declaration.id, m_world.gilan.declaration);
  EXPECT_EQ(declared[0].office.id, m_world.gilan.office);
  EXPECT_EQ(declared[0].office.province, "gilan");
  EXPECT_EQ(declared[1].office.province, "zanjan");
  EXPECT_TRUE(read([&](Stores& stores) { return stores.reports().declared_offices(RoundId{999}); }).empty());
}

TEST_P(ReportsStore, only_the_latest_points_of_a_section_count) {
  score(m_world.gilan.declaration, "report_only", 10, 60);
  score(m_world.gilan.declaration, "report_only", 40, 60);
  auto points = read([&](Stores& stores) { return stores.reports().latest_points(m_world.round); });
  std::erase_if(points, [](const SectionPoints& row) { return row.section != "report_only"; });
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].declaration, m_world.gilan.declaration);
  EXPECT_EQ(points[0].points, Points::whole(40));
  EXPECT_EQ(points[0].maximum, Points::whole(60));
  auto scores = read([&](Stores& stores) { return stores.reports().latest_scores(m_world.round); });
  std::erase_if(scores, [](const ScoreRevision& row) { return row.section != "report_only"; });
  ASSERT_EQ(scores.size(), 1U);
  EXPECT_EQ(scores[0].revision, 2);
}

TEST_P(ReportsStore, submissions_are_counted_by_day) {
  set_status(m_world.gilan.declaration, DeclarationStatus::submitted, at(10));
  set_status(m_world.zanjan.declaration, DeclarationStatus::submitted, at(10) + std::chrono::days(3));
  EXPECT_THAT(read([&](Stores& stores) { return stores.reports().submissions_per_day(m_world.round, at(0)); }),
              ElementsAre(Pair(0, 1), Pair(3, 1)));
}

TEST_P(ReportsStore, an_open_declaration_finds_the_newest_earlier_one_that_counted) {
  set_status(m_world.gilan.declaration, DeclarationStatus::submitted, at(10));
  set_status(m_world.zanjan.declaration, DeclarationStatus::silent, std::nullopt);
  const auto next = write([&](Stores& stores) { return stores.rounds().create(a_round()); });
  for (const auto office : {m_world.gilan.office, m_world.zanjan.office})
    write([&](Stores& stores) {
      return stores.declarations().create({{}, next, office, DeclarationStatus::open, {}, {}});
    });
  EXPECT_THAT(read([&](Stores& stores) { return stores.reports().earlier_declarations(next); }),
              ElementsAre(Pair(m_world.gilan.office, m_world.gilan.declaration)));
}

TEST_P(ReportsStore, pending_keys_are_those_that_wait_or_run) {
  write([&](Stores& stores) -> Result<int> {
    must(stores.jobs().enqueue("judge_section", {}, at(1), "declaration/1/licence"));
    must(stores.jobs().enqueue("judge_section", {}, at(1), "declaration/1/staff"));
    must(stores.jobs().enqueue("read_evidence", {}, at(1), "evidence/1"));
    return 0;
  });
  EXPECT_THAT(read([&](Stores& stores) { return stores.reports().pending_keys("judge_section"); }),
              ElementsAre("declaration/1/licence", "declaration/1/staff"));
  const auto job = write([&](Stores& stores) { return stores.jobs().claim("w", at(2), at(60)); });
  EXPECT_EQ(read([&](Stores& stores) { return stores.reports().pending_keys("judge_section"); }).size(), 2U);
  write([&](Stores& stores) { return stores.jobs().finish(job->id, job->token); });
  EXPECT_EQ(read([&](Stores& stores) { return stores.reports().pending_keys("judge_section"); }).size(), 1U);
}

TEST_P(ReportsStore, ranks_are_counted_by_place) {
  const std::vector<RankedOffice> ranks{{m_world.gilan.office, Points::whole(500), Rank{1}, 1, {}, true},
                                        {m_world.zanjan.office, Points::whole(10), Rank{}, 2, {}, false}};
  RankFilter filter;
  filter.snapshot = write([&](Stores& stores) {
    return stores.snapshots().create({{}, m_world.round, SnapshotKind::final_, {"aa"}, at(90)}, ranks);
  });
  const auto counts = read([&](Stores& stores) { return stores.reports().rank_counts(filter); });
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].province, "gilan");
  EXPECT_EQ(counts[0].rank.value, 1);
  EXPECT_EQ(counts[0].offices, 1);
  EXPECT_EQ(counts[0].held, 1);
  EXPECT_EQ(counts[1].rank.value, 0);
  EXPECT_EQ(counts[1].held, 0);
  filter.province = "zanjan";
  EXPECT_EQ(read([&](Stores& stores) { return stores.reports().rank_counts(filter); }).size(), 1U);
}

TEST_P(ReportsStore, standings_follow_the_scope_and_the_newest_round) {
  const auto gilan =
      read([&](Stores& stores) { return stores.reports().office_standings({}, Scope::of_provinces({"gilan"})); });
  ASSERT_EQ(gilan.size(), 1U);
  EXPECT_EQ(gilan[0].office.id, m_world.gilan.office);
  EXPECT_TRUE(gilan[0].status.has_value());
  EXPECT_EQ(gilan[0].open_findings, 1);
  OfficeFilter second;
  second.page = 1;
  second.page_size = 1;
  const auto page =
      read([&](Stores& stores) { return stores.reports().office_standings(second, Scope::everything()); });
  ASSERT_EQ(page.size(), 1U);
  EXPECT_EQ(page[0].office.id, m_world.zanjan.office);
  EXPECT_TRUE(read([&](Stores& stores) { return stores.reports().office_standings({}, Scope()); }).empty());
}

TEST_P(ReportsStore, the_queue_is_counted_in_the_scope) {
  for (const auto& side : {m_world.gilan, m_world.zanjan})
    set_status(side.declaration, DeclarationStatus::submitted, at(10));
  auto round = must(m_database->read([&](Stores& stores) { return stores.rounds().find(m_world.round); })).value();
  round.stage = RoundStage::review;
  write([&](Stores& stores) -> Result<int> {
    must(stores.rounds().update(round));
    return 0;
  });
  const auto everything = read([&](Stores& stores) { return stores.reports().queue_counts({}, Scope::everything()); });
  ASSERT_EQ(everything.size(), 2U);
  EXPECT_EQ(everything[0].province, "gilan");
  EXPECT_EQ(everything[0].count, 1);
  EXPECT_EQ(
      read([&](Stores& stores) { return stores.reports().queue_counts({}, Scope::of_provinces({"zanjan"})); }).size(),
      1U);
}

TEST_P(ReportsStore, objections_come_with_office_points_evidence_and_rulings) {
  write([&](Stores& stores) -> Result<int> {
    must(stores.objections().add_ruling(
        {m_world.gilan.objection, 1, m_world.expert, RulingOutcome::upheld, Points::whole(70), "چون", at(70)}));
    return 0;
  });
  const auto all = read([&](Stores& stores) { return stores.reports().objections({}, Scope::everything()); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].objection.id, m_world.gilan.objection);
  EXPECT_EQ(all[0].office.id, m_world.gilan.office);
  EXPECT_EQ(all[0].round, m_world.round);
  ASSERT_EQ(all[0].rulings.size(), 1U);
  EXPECT_EQ(all[0].rulings[0].points, Points::whole(70));
  EXPECT_TRUE(all[1].rulings.empty());
  const auto stored =
      read([&](Stores& stores) { return stores.objections().find(m_world.gilan.objection, Scope::everything()); });
  EXPECT_EQ(all[0].objection.evidence, stored->evidence);
  EXPECT_EQ(
      read([&](Stores& stores) { return stores.reports().objections({}, Scope::of_provinces({"gilan"})); }).size(), 1U);
}

}  // namespace
}  // namespace mizan::storage
