// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class RoundsStore : public StoreTest {};
MIZAN_ON_BOTH_DATABASES(RoundsStore);

TEST_P(RoundsStore, keep_what_was_written) {
  auto round = a_round();
  round.id = write([&](Stores& stores) { return stores.rounds().create(round); });
  round.stage = RoundStage::objection;
  round.silence_policy = SilencePolicy::carry_over;
  round.declare_until = at(100);
  round.provisional_at = at(200);
  round.demonstration = true;
  write([&](Stores& stores) { return stores.rounds().update(round); });
  const auto found = read([&](Stores& stores) { return stores.rounds().find(round.id); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title_fa, round.title_fa);
  EXPECT_EQ(found->kinds, round.kinds);
  EXPECT_EQ(found->stage, RoundStage::objection);
  EXPECT_EQ(found->silence_policy, SilencePolicy::carry_over);
  EXPECT_EQ(found->opened_at, at(0));
  EXPECT_EQ(found->declare_until, at(100));
  EXPECT_EQ(found->provisional_at, at(200));
  EXPECT_FALSE(found->closed_at);
  EXPECT_EQ(found->criteria.at("premises"), "1.0.0");
  EXPECT_TRUE(found->demonstration);
}

TEST_P(RoundsStore, are_listed_newest_first) {
  const auto first = write([](Stores& stores) { return stores.rounds().create(a_round()); });
  const auto second = write([](Stores& stores) { return stores.rounds().create(a_round()); });
  const auto rounds = read([](Stores& stores) { return stores.rounds().list(); });
  ASSERT_EQ(rounds.size(), 2U);
  EXPECT_EQ(rounds[0].id, second);
  EXPECT_EQ(rounds[1].id, first);
}

TEST_P(RoundsStore, progress_counts_each_province) {
  const auto world = make_world(*m_database);
  write([&](Stores& stores) -> Outcome {
    must(stores.declarations().save_answers({world.gilan.declaration, "premises", {{"area", "85"}}, 0, at(1)}));
    must(stores.declarations().save_answers({world.gilan.declaration, "licence", {{"no", "1"}}, 0, at(1)}));
    const auto silent = must(stores.offices().create(an_office("11-2", "gilan", "لاهیجان")));
    must(stores.declarations().create({{}, world.round, silent, DeclarationStatus::silent, "", {}}));
    auto removed = an_evidence(world.gilan.declaration, "licence");
    removed.status = EvidenceStatus::removed;
    must(stores.evidence().create(removed));
    return stores.objections().set_state(world.zanjan.objection, ObjectionState::decided);
  });
  const auto progress =
      read([&](Stores& stores) { return stores.rounds().progress(world.round, Scope::everything()); });
  ASSERT_EQ(progress.size(), 2U);
  EXPECT_EQ(progress[0].province, "gilan");
  EXPECT_EQ(progress[0].offices, 2);
  EXPECT_EQ(progress[0].started, 1) << "one office, however many sections it saved";
  EXPECT_EQ(progress[0].submitted, 1);
  EXPECT_EQ(progress[0].silent, 1);
  EXPECT_EQ(progress[0].documents, 1);
  EXPECT_EQ(progress[0].being_read, 1);
  EXPECT_EQ(progress[0].open_findings, 1);
  EXPECT_EQ(progress[0].objections, 1);
  EXPECT_EQ(progress[0].open_objections, 1);
  EXPECT_EQ(progress[1].province, "zanjan");
  EXPECT_EQ(progress[1].started, 0);
  EXPECT_EQ(progress[1].open_objections, 0);
}

}  // namespace
}  // namespace mizan::storage
