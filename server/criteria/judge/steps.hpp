// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one step of a criterion and collects what it adds.
#pragma once

#include "base/result.hpp"
#include "bundle.hpp"
#include "document_service.hpp"

#include <nlohmann/json.hpp>

#include <deque>

namespace mizan::criteria {

/// {"claims": […]}. Fails with `plugin.failed`.
[[nodiscard]] Result<nlohmann::json> run_claims(const LoadedBundle& bundle, const nlohmann::json& request);

/// {"judgement": {"reasons", "missing", "notes"}}. Fails with `plugin.failed`.
[[nodiscard]] Result<nlohmann::json> run_judge(const LoadedBundle& bundle, const nlohmann::json& request,
                                               const std::deque<JudgedReading>& readings);

}  // namespace mizan::criteria
