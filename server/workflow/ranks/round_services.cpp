// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/round_services.hpp"

#include "forms/definitions.hpp"
#include "scoring/service_quotas.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/ranks/standing_ranks.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace mizan::workflow {
namespace {

/// Offices per city and rank; 0 = unranked.
using CityRanks = std::map<std::pair<std::string, std::string>, std::map<int, int>>;

Result<CityRanks> published_ranks(storage::Stores& stores, SnapshotId snapshot) {
  storage::RankFilter filter;
  filter.snapshot = snapshot;
  auto counts = stores.reports().rank_counts(filter);
  if (!counts) return fail(std::move(counts.error()));
  CityRanks cities;
  for (const auto& row : *counts) cities[{row.province, row.city}][row.rank.value] += row.offices;
  return cities;
}

Result<CityRanks> ranks_now(storage::Stores& stores, const Round& round) {
  auto standing = standing_ranks(stores, round, SnapshotKind::provisional);
  if (!standing) return fail(std::move(standing.error()));
  CityRanks cities;
  for (const auto& ranked : standing->ranks) {
    const auto& office = standing->offices.at(ranked.office);
    ++cities[{office.province, office.city}][ranked.rank.value];
  }
  return cities;
}

CityServices city_line(const std::pair<std::string, std::string>& place, const std::map<int, int>& ranks,
                       const forms::ServicesOnOffer& offered, const scoring::RankRules& rules) {
  CityServices line{place.first, place.second, 0, {}};
  const auto on_offer = offered.in_province(place.first);
  for (const auto& [rank, offices] : ranks) line.offices += offices;
  for (const auto& quota : rules.quotas) {
    const auto found = ranks.find(quota.rank.value);
    line.ranks.push_back(
        {quota.rank, found == ranks.end() ? 0 : found->second, scoring::services_for(quota.rank, on_offer, rules)});
  }
  return line;
}

}  // namespace

Result<RoundServices> round_services(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<RoundServices> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    RoundServices out;
    out.services = services.definitions.services().all;
    if (round->stage == RoundStage::draft) return out;
    auto rules = scoring::rank_rules(nlohmann::json::parse(round->rule_set_json, nullptr, false), round->rule_set);
    if (!rules) return fail(std::move(rules.error()));
    out.shares = rules->quotas;
    auto snapshot = newest_snapshot(stores, id);
    if (!snapshot) return fail(std::move(snapshot.error()));
    auto cities = *snapshot ? published_ranks(stores, (*snapshot)->id) : ranks_now(stores, *round);
    if (!cities) return fail(std::move(cities.error()));
    for (const auto& [place, ranks] : *cities)
      out.cities.push_back(city_line(place, ranks, services.definitions.services(), *rules));
    return out;
  });
}

}  // namespace mizan::workflow
