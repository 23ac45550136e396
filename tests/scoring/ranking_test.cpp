// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace mizan::scoring {
namespace {

RankRules three_ranks() {
  return {{{Rank{1}, Points::whole(700)}, {Rank{2}, Points::whole(500)}, {Rank{3}, Points::whole(300)}},
          {{Rank{1}, 100}, {Rank{2}, 70}, {Rank{3}, 30}},
          BelowThresholds::unranked};
}

Contender office(std::int64_t id, std::int64_t points, OfficeKind kind = OfficeKind::pishkhan) {
  return {OfficeId{id}, kind, {{"licence", Points::whole(points)}}, false, false};
}

TEST(Ranking, thresholds_are_reached_exactly_at_their_minimum) {
  const auto rules = three_ranks();
  EXPECT_EQ(rules.rank_of(Points::whole(700)).value, 1);
  EXPECT_EQ(rules.rank_of(Points{699'999}).value, 2);
  EXPECT_EQ(rules.rank_of(Points{299'999}).value, 0);
}

TEST(Ranking, equal_totals_share_a_position_and_leave_a_gap) {
  const std::vector contenders{office(1, 400), office(2, 600), office(3, 600), office(4, 100)};
  const auto ranked = rank_offices(contenders, three_ranks(), SilencePolicy::unranked);
  ASSERT_EQ(ranked.size(), 4U);
  EXPECT_EQ(ranked[0].position, 1);
  EXPECT_EQ(ranked[1].position, 1);
  EXPECT_EQ(ranked[2].position, 3);
  EXPECT_EQ(ranked[3].position, 4);
  EXPECT_EQ(ranked[3].rank.value, 0);
}

TEST(Ranking, positions_run_within_each_kind) {
  const std::vector contenders{office(1, 400), office(2, 600, OfficeKind::rural_ict), office(3, 500)};
  const auto ranked = rank_offices(contenders, three_ranks(), SilencePolicy::unranked);
  EXPECT_EQ(ranked[0].office.value, 3);
  EXPECT_EQ(ranked[1].position, 2);
  EXPECT_EQ(ranked[2].position, 1);
}

TEST(Ranking, the_order_of_the_input_does_not_matter) {
  std::vector contenders{office(5, 400), office(2, 600), office(3, 600), office(4, 100)};
  const auto once = rank_offices(contenders, three_ranks(), SilencePolicy::unranked);
  std::reverse(contenders.begin(), contenders.end());
  const auto again = rank_offices(contenders, three_ranks(), SilencePolicy::unranked);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].office, again[i].office);
}

TEST(Ranking, silence_means_what_the_round_says) {
  Contender silent = office(9, 0);
  silent.silent = true;
  silent.sections["licence"] = Points::whole(900);  // carried nowhere: silent offices have no points
  const auto lowest = rank_offices(std::vector{silent}, three_ranks(), SilencePolicy::lowest_rank);
  EXPECT_EQ(lowest[0].rank.value, 3);
  EXPECT_EQ(lowest[0].total, Points{});
  EXPECT_EQ(rank_offices(std::vector{silent}, three_ranks(), SilencePolicy::unranked)[0].rank.value, 0);
}

TEST(NextRank, says_how_far_it_is) {
  EXPECT_EQ(next_rank(three_ranks(), Points::whole(440)).rank.value, 2);
  EXPECT_EQ(next_rank(three_ranks(), Points::whole(440)).missing, Points::whole(60));
  EXPECT_EQ(next_rank(three_ranks(), Points::whole(100)).rank.value, 3);
  EXPECT_EQ(next_rank(three_ranks(), Points::whole(900)).missing, Points{});
}

}  // namespace
}  // namespace mizan::scoring
