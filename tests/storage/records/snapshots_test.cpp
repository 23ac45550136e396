// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class SnapshotsStore : public StoreTest {
 protected:
  RankFilter filter() const {
    RankFilter filter;
    filter.snapshot = m_world.snapshot;
    return filter;
  }
  int count(const RankFilter& filter) {
    return read([&](Stores& stores) { return stores.snapshots().count(filter); });
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(SnapshotsStore);

TEST_P(SnapshotsStore, keep_what_was_published) {
  const auto found = read([&](Stores& stores) { return stores.snapshots().find(m_world.snapshot); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->round, m_world.round);
  EXPECT_EQ(found->content.hex, std::string(64, 'b'));
  EXPECT_EQ(found->published_at, at(20));
  const auto rank =
      read([&](Stores& stores) { return stores.snapshots().rank_of(m_world.snapshot, m_world.zanjan.office); });
  ASSERT_TRUE(rank);
  EXPECT_EQ(rank->total, Points::whole(40));
  EXPECT_EQ(rank->rank, Rank{2});
  EXPECT_EQ(rank->sections.at("premises"), Points{-500});
  EXPECT_TRUE(rank->held);
  EXPECT_FALSE(read([&](Stores& stores) { return stores.snapshots().rank_of(m_world.snapshot, OfficeId{99}); }));
}

TEST_P(SnapshotsStore, latest_is_of_its_round_and_kind) {
  const auto latest = [&](SnapshotKind kind) {
    return read([&](Stores& stores) { return stores.snapshots().latest(m_world.round, kind); });
  };
  EXPECT_FALSE(latest(SnapshotKind::final_));
  const auto again = write([&](Stores& stores) {
    return stores.snapshots().create({{}, m_world.round, SnapshotKind::provisional, {std::string(64, 'c')}, at(21)},
                                     {});
  });
  ASSERT_TRUE(latest(SnapshotKind::provisional));
  EXPECT_EQ(latest(SnapshotKind::provisional)->id, again);
}

TEST_P(SnapshotsStore, ranks_are_filtered_ordered_and_paged) {
  const auto rows = read([&](Stores& stores) { return stores.snapshots().ranks(filter()); });
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].office.licence_no, "11-1");
  EXPECT_EQ(rows[0].ranked.office, m_world.gilan.office);
  EXPECT_EQ(rows[1].ranked.position, 2);
  auto second = filter();
  second.page = 1;
  second.page_size = 1;
  EXPECT_EQ(read([&](Stores& stores) { return stores.snapshots().ranks(second); }).front().office.licence_no, "24-1");
  auto narrow = filter();
  narrow.rank = 2;
  EXPECT_EQ(count(narrow), 1);
  narrow.province = "gilan";
  EXPECT_EQ(count(narrow), 0);
  narrow.rank.reset();
  narrow.text = "11-";
  EXPECT_EQ(count(narrow), 1);
  narrow.kind = OfficeKind::rural_ict;
  EXPECT_EQ(count(narrow), 0);
  auto other = filter();
  other.snapshot = SnapshotId{99};
  EXPECT_EQ(count(other), 0);
}

TEST_P(SnapshotsStore, hold_more_ranks_than_one_statement_takes) {
  constexpr int k_offices = 250;
  const auto snapshot = write([&](Stores& stores) -> Result<SnapshotId> {
    std::vector<RankedOffice> ranks;
    for (int i = 1; i <= k_offices; ++i) {
      const auto office = must(stores.offices().create(an_office("30-" + std::to_string(i), "qazvin", "قزوین")));
      ranks.push_back({office, Points{i}, Rank{3}, i, {}, false});
    }
    return stores.snapshots().create({{}, m_world.round, SnapshotKind::final_, {std::string(64, 'd')}, at(40)}, ranks);
  });
  auto all = filter();
  all.snapshot = snapshot;
  EXPECT_EQ(count(all), k_offices);
}

TEST_P(SnapshotsStore, delivering_again_keeps_the_first_moment) {
  write([&](Stores& stores) -> Outcome {
    must(stores.snapshots().deliver({m_world.snapshot, m_world.gilan.office, at(50)}));
    return stores.snapshots().deliver({m_world.snapshot, m_world.gilan.office, at(60)});
  });
  const auto delivery =
      read([&](Stores& stores) { return stores.snapshots().delivery(m_world.snapshot, m_world.gilan.office); });
  ASSERT_TRUE(delivery);
  EXPECT_EQ(delivery->delivered_at, at(50));
  EXPECT_FALSE(
      read([&](Stores& stores) { return stores.snapshots().delivery(m_world.snapshot, m_world.zanjan.office); }));
  EXPECT_EQ(read([&](Stores& stores) { return stores.snapshots().deliveries(m_world.snapshot); }).size(), 1U);
}

}  // namespace
}  // namespace mizan::storage
