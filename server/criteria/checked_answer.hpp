// SPDX-License-Identifier: GPL-3.0-or-later
// Checks what the judge answered before anybody believes it: a plugin may lie, and its process with it.
#pragma once

#include "base/result.hpp"
#include "criteria/criteria.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace mizan::criteria {

/// Claims with id (unique), field, a known kind and a declared value, within the limits. Fails with `plugin.failed`.
[[nodiscard]] Result<std::vector<Claim>> checked_claims(const nlohmann::json& untrusted_reply,
                                                        const std::string& criterion);

/// Reasons for awards of the table with points from 0 to their maximum, at most what the table gives; deductions below
/// 0 with maximum 0; every sentence in both languages. Sums are ours. Fails with `plugin.failed`.
[[nodiscard]] Result<Judgement> checked_judgement(const nlohmann::json& untrusted_reply,
                                                  const nlohmann::json& points_table, const std::string& criterion);

}  // namespace mizan::criteria
