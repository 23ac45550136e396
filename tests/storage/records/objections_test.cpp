// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <gmock/gmock.h>

namespace mizan::storage {
namespace {

using ::testing::ElementsAre;

class ObjectionsStore : public StoreTest {
 protected:
  std::vector<Objection> list(const ObjectionFilter& filter) {
    return read([&](Stores& stores) { return stores.objections().list(filter, Scope::everything()); });
  }
  Ruling ruling(int reading) const {
    return {m_world.gilan.objection,
            reading,
            reading == 1 ? m_world.expert : m_world.cra,
            RulingOutcome::upheld,
            Points{12'000},
            "سند تازه درست است",
            at(70)};
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(ObjectionsStore);

TEST_P(ObjectionsStore, keep_what_was_filed) {
  const auto found =
      read([&](Stores& stores) { return stores.objections().find(m_world.gilan.objection, Scope::everything()); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->snapshot, m_world.snapshot);
  EXPECT_EQ(found->declaration, m_world.gilan.declaration);
  EXPECT_EQ(found->reasons, "متراژ درست است");
  EXPECT_EQ(found->state, ObjectionState::filed);
  EXPECT_EQ(found->filed_at, at(30));
  EXPECT_THAT(found->evidence, ElementsAre(m_world.gilan.evidence));
}

TEST_P(ObjectionsStore, are_one_per_snapshot_declaration_and_section) {
  const auto file = [&](const char* section) {
    return m_database->write([&](Stores& stores) {
      return stores.objections().create({{},
                                         m_world.snapshot,
                                         m_world.gilan.declaration,
                                         section,
                                         "…",
                                         "O-2",
                                         ObjectionState::filed,
                                         m_world.expert,
                                         at(31),
                                         {}});
    });
  };
  EXPECT_EQ(code_of(file("premises")), "objection.exists");
  EXPECT_EQ(code_of(file("licence")), "");
}

TEST_P(ObjectionsStore, are_listed_oldest_first_with_their_evidence) {
  const auto all = list({});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, m_world.gilan.objection);
  EXPECT_THAT(all[1].evidence, ElementsAre(m_world.zanjan.evidence));
  write([&](Stores& stores) {
    return stores.objections().set_state(m_world.gilan.objection, ObjectionState::first_read);
  });
  EXPECT_EQ(list({{}, {}, ObjectionState::first_read}).size(), 1U);
  EXPECT_EQ(list({RoundId{99}, {}, {}}).size(), 0U);
  EXPECT_EQ(list({{}, m_world.zanjan.declaration, {}}).size(), 1U);
  EXPECT_EQ(code_of(m_database->write([](Stores& stores) {
              return stores.objections().set_state(ObjectionId{99}, ObjectionState::decided);
            })),
            "access.not_found");
}

TEST_P(ObjectionsStore, are_ruled_once_per_reading) {
  auto rejected = ruling(2);
  rejected.outcome = RulingOutcome::rejected;
  rejected.points.reset();
  write([&](Stores& stores) -> Outcome {
    must(stores.objections().add_ruling(rejected));
    return stores.objections().add_ruling(ruling(1));
  });
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.objections().add_ruling(ruling(1)); })),
            "storage.conflict");
  const auto rulings = read([&](Stores& stores) { return stores.objections().rulings(m_world.gilan.objection); });
  ASSERT_EQ(rulings.size(), 2U);
  EXPECT_EQ(rulings[0].reading, 1);
  EXPECT_EQ(rulings[0].points, Points{12'000});
  EXPECT_EQ(rulings[0].reader, m_world.expert);
  EXPECT_EQ(rulings[1].outcome, RulingOutcome::rejected);
  EXPECT_FALSE(rulings[1].points);
}

}  // namespace
}  // namespace mizan::storage
