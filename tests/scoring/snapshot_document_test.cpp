// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/snapshot_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::scoring {
namespace {

SnapshotInput input() {
  SnapshotInput input;
  input.round.id = RoundId{4};
  input.round.period = "1404-2";
  input.round.rule_set = "example-1404";
  input.round.rule_set_json = R"({"ranks":[{"rank":1,"minimum":700000},{"rank":2,"minimum":500000}]})";
  input.round.criteria = {{"licence", "1.0.0"}};
  input.published_at = from_iso8601("2026-01-02T03:04:05.000Z");
  for (std::int64_t id : {1, 2, 3}) {
    SnapshotEntry entry;
    entry.office.id = OfficeId{id};
    entry.office.licence_no = "72-" + std::to_string(id);
    entry.office.province = "gilan";
    ScoreRevision revision;
    revision.section = "licence";
    revision.revision = 2;
    revision.score.points = Points::whole(250 * id);
    entry.scores.push_back(revision);
    input.entries.push_back(entry);
  }
  return input;
}

TEST(SnapshotDocument, the_same_data_give_the_same_bytes_in_any_order) {
  auto reversed = input();
  std::reverse(reversed.entries.begin(), reversed.entries.end());
  const auto once = snapshot_document(input());
  const auto again = snapshot_document(reversed);
  ASSERT_TRUE(once && again);
  EXPECT_EQ(once->bytes, again->bytes);
  EXPECT_EQ(once->ranks.front().rank.value, 1);
}

TEST(SnapshotDocument, one_point_more_gives_other_bytes) {
  auto changed = input();
  changed.entries[0].scores[0].score.points.thousandths += 1;
  EXPECT_NE(snapshot_document(input())->bytes, snapshot_document(changed)->bytes);
}

TEST(SnapshotDocument, tells_which_revisions_it_counted) {
  const auto counted = counted_offices(snapshot_document(input())->bytes);
  ASSERT_TRUE(counted);
  ASSERT_EQ(counted->size(), 3U);
  EXPECT_EQ(counted->front().office.licence_no, "72-3");
  EXPECT_EQ(counted->front().revisions.at("licence"), 2);
}

TEST(SnapshotDocument, refuses_rules_without_ranks) {
  auto broken = input();
  broken.round.rule_set_json = "{}";
  const auto document = snapshot_document(broken);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code.id(), "definition.invalid");
}

TEST(SnapshotDocument, refuses_bytes_that_are_none) {
  EXPECT_FALSE(counted_offices("%PDF-1.7"));
}

}  // namespace
}  // namespace mizan::scoring
