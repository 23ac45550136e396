// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a rule set that turns totals into ranks, and ranks into numbers of services.
#pragma once

#include "base/points.hpp"
#include "base/result.hpp"
#include "model/rank.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace mizan::scoring {

/// A total of at least `minimum` points has at least this rank.
struct Threshold {
  Rank rank;
  Points minimum;
};

/// Of the services on offer in its city or village, an office of this rank may offer at most this share.
struct Quota {
  Rank rank;
  int per_cent = 100;
};

/// What an office below the last threshold gets.
enum class BelowThresholds { lowest_rank, unranked };

/// A plain value. Thresholds run from rank 1 downwards with falling minimums.
struct RankRules {
  std::vector<Threshold> thresholds;
  std::vector<Quota> quotas;
  BelowThresholds below = BelowThresholds::unranked;

  [[nodiscard]] Rank lowest() const { return thresholds.empty() ? Rank{} : thresholds.back().rank; }
  [[nodiscard]] Rank rank_of(Points total) const;
};

/// How far it is to the next better rank; rank 1 has none and misses nothing.
struct NextRank {
  Rank rank;
  Points missing;
};
[[nodiscard]] NextRank next_rank(const RankRules& rules, Points total);

/// Reads `ranks` of a rule set (form-definitions/schema/rule-set.schema.json). Fails with `definition.invalid`, naming
/// the path, where thresholds do not fall or ranks are missing.
[[nodiscard]] Result<RankRules> rank_rules(const nlohmann::json& rule_set, const std::string& file);

}  // namespace mizan::scoring
