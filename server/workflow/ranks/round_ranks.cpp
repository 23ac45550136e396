// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/round_ranks.hpp"

#include "workflow/ranks/standing_ranks.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace mizan::workflow {
namespace {

Result<RoundRanks> published(storage::Stores& stores, const Snapshot& snapshot, const RoundRanksQuery& query) {
  storage::RankFilter filter;
  filter.snapshot = snapshot.id;
  filter.province = query.province;
  filter.page = query.page_size == 0 ? 0 : query.page;
  filter.page_size = query.page_size == 0 ? std::numeric_limits<int>::max() : query.page_size;
  auto rows = stores.snapshots().ranks(filter);
  if (!rows) return fail(std::move(rows.error()));
  auto total = stores.snapshots().count(filter);
  if (!total) return fail(std::move(total.error()));
  return RoundRanks{snapshot, std::move(*rows), *total};
}

Result<RoundRanks> as_they_stand(storage::Stores& stores, const Round& round, const RoundRanksQuery& query) {
  auto standing = standing_ranks(stores, round, SnapshotKind::provisional);
  if (!standing) return fail(std::move(standing.error()));
  RoundRanks out;
  const auto first = static_cast<std::int64_t>(query.page) * query.page_size;
  for (auto& ranked : standing->ranks) {
    const auto& office = standing->offices.at(ranked.office);
    if (!query.province.empty() && office.province != query.province) continue;
    const auto number = out.total++;
    if (query.page_size != 0 && (number < first || number >= first + query.page_size)) continue;
    out.rows.push_back({std::move(ranked), office});
  }
  return out;
}

}  // namespace

Result<std::optional<Snapshot>> newest_snapshot(storage::Stores& stores, RoundId round) {
  auto snapshot = stores.snapshots().latest(round, SnapshotKind::final_);
  if (!snapshot || *snapshot) return snapshot;
  return stores.snapshots().latest(round, SnapshotKind::provisional);
}

Result<RoundRanks> round_ranks(const Services& services, const Actor& actor, RoundId id, const RoundRanksQuery& query) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<RoundRanks> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    auto snapshot = newest_snapshot(stores, id);
    if (!snapshot) return fail(std::move(snapshot.error()));
    return *snapshot ? published(stores, **snapshot, query) : as_they_stand(stores, *round, query);
  });
}

}  // namespace mizan::workflow
