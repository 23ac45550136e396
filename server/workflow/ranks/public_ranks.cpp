// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/public_ranks.hpp"

#include "workflow/ranks/round_ranks.hpp"
#include "workflow/search_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Result<std::vector<PublishedRound>> all_published(storage::Stores& stores) {
  auto rounds = stores.rounds().list();
  if (!rounds) return fail(std::move(rounds.error()));
  std::vector<PublishedRound> published;
  for (auto& round : *rounds) {
    auto snapshot = newest_snapshot(stores, round.id);
    if (!snapshot) return fail(std::move(snapshot.error()));
    if (*snapshot) published.push_back({std::move(round), std::move(**snapshot)});
  }
  return published;
}

Outcome add_counts(storage::Stores& stores, const storage::RankFilter& filter, RankList& list) {
  auto counts = stores.reports().rank_counts(filter);
  if (!counts) return fail(std::move(counts.error()));
  for (const auto& row : *counts)
    list.counts.at(static_cast<std::size_t>(std::clamp(row.rank.value, 0, 3))) += row.offices;
  return {};
}

/// Of the whole province, so that choosing a city does not take the others away.
Outcome add_cities(storage::Stores& stores, const storage::RankFilter& filter, RankList& list) {
  if (filter.province.empty()) return {};
  storage::RankFilter province;
  province.snapshot = filter.snapshot;
  province.province = filter.province;
  auto counts = stores.reports().rank_counts(province);
  if (!counts) return fail(std::move(counts.error()));
  for (const auto& row : *counts)
    if (list.cities.empty() || list.cities.back() != row.city) list.cities.push_back(row.city);
  return {};
}

Outcome add_rows(storage::Stores& stores, const storage::RankFilter& filter, RankList& list) {
  auto rows = stores.snapshots().ranks(filter);
  if (!rows) return fail(std::move(rows.error()));
  auto total = stores.snapshots().count(filter);
  if (!total) return fail(std::move(total.error()));
  list.rows = std::move(*rows);
  list.total = *total;
  return {};
}

}  // namespace

Result<std::vector<PublishedRound>> published_rounds(const Services& services) {
  return services.database.read([](storage::Stores& stores) { return all_published(stores); });
}

Result<RankList> public_ranks(const Services& services, const RankListQuery& query) {
  return services.database.read([&](storage::Stores& stores) -> Result<RankList> {
    auto published = all_published(stores);
    if (!published) return fail(std::move(published.error()));
    const auto chosen = std::find_if(published->begin(), published->end(), [&](const PublishedRound& row) {
      return !query.round.stored() || row.round.id == query.round;
    });
    RankList list;
    if (chosen == published->end() && query.round.stored()) return fail("access.not_found");
    if (chosen == published->end()) return list;
    list.published = *chosen;
    list.official = !nlohmann::json::parse(chosen->round.rule_set_json, nullptr, false).value("example", true);
    auto filter = query.filter;
    filter.snapshot = chosen->snapshot.id;
    filter.text = search_text(filter.text);
    if (auto added = add_counts(stores, filter, list); !added) return fail(std::move(added.error()));
    if (auto added = add_cities(stores, filter, list); !added) return fail(std::move(added.error()));
    if (auto added = add_rows(stores, filter, list); !added) return fail(std::move(added.error()));
    return list;
  });
}

}  // namespace mizan::workflow
