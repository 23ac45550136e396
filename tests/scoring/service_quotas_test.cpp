// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/service_quotas.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mizan::scoring {
namespace {

RankRules rules() {
  return {{{Rank{1}, Points::whole(7)}, {Rank{2}, Points::whole(5)}, {Rank{3}, Points::whole(3)}},
          {{Rank{1}, 100}, {Rank{2}, 70}, {Rank{3}, 30}},
          BelowThresholds::unranked};
}

std::vector<Service> offered(int count, int minimum_rank = 3) {
  std::vector<Service> services;
  for (int i = 0; i < count; ++i) {
    Service service;
    service.id = std::string(1, static_cast<char>('a' + i));
    service.minimum_rank = minimum_rank;
    service.importance = i;
    services.push_back(service);
  }
  return services;
}

TEST(ServiceQuotas, rank_one_offers_everything) {
  EXPECT_EQ(services_for(Rank{1}, offered(5), rules()).size(), 5U);
}

TEST(ServiceQuotas, shares_are_rounded_down) {
  EXPECT_EQ(services_for(Rank{2}, offered(9), rules()).size(), 6U);  // 6.3
  EXPECT_EQ(services_for(Rank{3}, offered(9), rules()).size(), 2U);  // 2.7
}

TEST(ServiceQuotas, at_least_one_is_left) {
  EXPECT_EQ(services_for(Rank{3}, offered(2), rules()).size(), 1U);
}

TEST(ServiceQuotas, the_most_important_are_kept) {
  EXPECT_EQ(services_for(Rank{3}, offered(4), rules()), std::vector<std::string>{"d"});
}

TEST(ServiceQuotas, the_agencys_own_minimum_counts_too) {
  EXPECT_TRUE(services_for(Rank{2}, offered(5, 1), rules()).empty());
}

TEST(ServiceQuotas, unranked_offers_nothing) {
  EXPECT_TRUE(services_for(Rank{}, offered(5), rules()).empty());
}

}  // namespace
}  // namespace mizan::scoring
