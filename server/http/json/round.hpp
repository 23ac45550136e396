// SPDX-License-Identifier: GPL-3.0-or-later
// The banner of a round, and the thresholds of its ranks.
#pragma once

#include "scoring/rank_rules.hpp"
#include "workflow/round_banner.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json round_banner_json(const workflow::RoundBanner& banner);
[[nodiscard]] nlohmann::json thresholds_json(const scoring::RankRules& rules);

}  // namespace mizan::http
