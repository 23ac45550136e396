// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds as CRA sees them: overview, progress, ranks, reconciliation, services.
#pragma once

#include "forms/definitions.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/ranks/round_services.hpp"
#include "workflow/rounds/round_overview.hpp"
#include "workflow/rounds/round_progress.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json round_json(const workflow::RoundOverview& overview);
/// Provinces that have offices in the round, by code.
[[nodiscard]] nlohmann::json progress_json(const workflow::RoundProgress& progress, const forms::Provinces& provinces);
[[nodiscard]] nlohmann::json round_ranks_json(const workflow::RoundRanks& ranks);
[[nodiscard]] nlohmann::json reconciliation_json(const workflow::Reconciliation& table,
                                                 const forms::Provinces& provinces);
[[nodiscard]] nlohmann::json round_services_json(const workflow::RoundServices& services);

[[nodiscard]] nlohmann::json province_json(const forms::Province& province);

}  // namespace mizan::http
