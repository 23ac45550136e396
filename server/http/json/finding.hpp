// SPDX-License-Identifier: GPL-3.0-or-later
// A finding and the decision that stands on it.
#pragma once

#include "workflow/evidence/view_finding.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json finding_json(const workflow::FindingView& view);
[[nodiscard]] nlohmann::json decision_json(const workflow::DecisionView& view);

}  // namespace mizan::http
