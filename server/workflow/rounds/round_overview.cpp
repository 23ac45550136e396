// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/round_overview.hpp"

#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

Result<int> offices_of_kinds(storage::Stores& stores, const std::vector<OfficeKind>& kinds) {
  int offices = 0;
  for (const auto kind : kinds) {
    storage::OfficeFilter filter;
    filter.kind = kind;
    auto count = stores.offices().count(filter, Scope::everything());
    if (!count) return count;
    offices += *count;
  }
  return offices;
}

Result<RoundOverview> overview_of(storage::Stores& stores, Round round) {
  RoundOverview overview;
  if (round.stage == RoundStage::draft) {
    auto offices = offices_of_kinds(stores, round.kinds);
    if (!offices) return fail(std::move(offices.error()));
    overview.offices = *offices;
  } else {
    auto progress = stores.rounds().progress(round.id, Scope::everything());
    if (!progress) return fail(std::move(progress.error()));
    for (const auto& province : *progress) {
      overview.offices += province.offices;
      overview.submitted += province.submitted;
      overview.open_findings += province.open_findings;
      overview.open_objections += province.open_objections;
    }
  }
  overview.round = std::move(round);
  return overview;
}

}  // namespace

Result<std::vector<RoundOverview>> list_rounds(const Services& services, const Actor& actor) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<std::vector<RoundOverview>> {
    auto rounds = stores.rounds().list();
    if (!rounds) return fail(std::move(rounds.error()));
    std::vector<RoundOverview> list;
    for (auto& round : *rounds) {
      auto overview = overview_of(stores, std::move(round));
      if (!overview) return fail(std::move(overview.error()));
      list.push_back(std::move(*overview));
    }
    return list;
  });
}

Result<RoundOverview> view_round(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<RoundOverview> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    return overview_of(stores, std::move(*round));
  });
}

}  // namespace mizan::workflow
