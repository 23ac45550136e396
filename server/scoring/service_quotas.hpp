// SPDX-License-Identifier: GPL-3.0-or-later
// Which public services an office may offer: all on offer for rank 1, a share for the others.
#pragma once

#include "model/rank.hpp"
#include "scoring/rank_rules.hpp"

#include <span>
#include <string>
#include <vector>

namespace mizan::scoring {

/// The ids of the services that an office of this rank may offer of those on offer in its city or village, the most
/// important first. The agency's minimum rank comes first, then the rank's share of all services on offer, rounded down
/// but at least one. An unranked office offers none.
/// Source: the public notice and clause 4 of Cabinet decision 6611/ت55229هـ (shares); the rounding is our assumption.
[[nodiscard]] std::vector<std::string> services_for(Rank rank, std::span<const Service> on_offer,
                                                    const RankRules& rules);

}  // namespace mizan::scoring
