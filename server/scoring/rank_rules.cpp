// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/rank_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mizan::scoring {
namespace {

using nlohmann::json;

tl::unexpected<Problem> wrong(const std::string& file, const std::string& path, const std::string& reason) {
  return fail(Problem("definition.invalid").with("file", file).with("path", path).with("reason", reason));
}

Outcome read_thresholds(const json& ranks, const std::string& file, RankRules& rules) {
  for (const auto& row : ranks) {
    const std::string path = "/ranks/" + std::to_string(rules.thresholds.size());
    if (!row.is_object() || !row.contains("rank") || !row["rank"].is_number_integer() || !row.contains("minimum") ||
        !row["minimum"].is_number_integer())
      return wrong(file, path, "needs the integers rank and minimum");
    const Threshold threshold{Rank{row["rank"].get<int>()}, Points{row["minimum"].get<std::int64_t>()}};
    if (threshold.rank.value != static_cast<int>(rules.thresholds.size()) + 1)
      return wrong(file, path + "/rank", "ranks run 1, 2, 3, … in order");
    if (!rules.thresholds.empty() && threshold.minimum >= rules.thresholds.back().minimum)
      return wrong(file, path + "/minimum", "must be below the minimum of the better rank");
    rules.thresholds.push_back(threshold);
    rules.quotas.push_back({threshold.rank, row.value("service_quota_per_cent", 100)});
  }
  return {};
}

}  // namespace

Rank RankRules::rank_of(Points total) const {
  const auto reached =
      std::find_if(thresholds.begin(), thresholds.end(), [&](const Threshold& row) { return total >= row.minimum; });
  if (reached != thresholds.end()) return reached->rank;
  return below == BelowThresholds::lowest_rank ? lowest() : Rank{};
}

NextRank next_rank(const RankRules& rules, Points total) {
  const Rank now = rules.rank_of(total);
  for (auto row = rules.thresholds.rbegin(); row != rules.thresholds.rend(); ++row)
    if (now.value == 0 || row->rank.value < now.value)
      return {row->rank, row->minimum > total ? row->minimum - total : Points{}};
  return {now, Points{}};
}

Result<RankRules> rank_rules(const json& rule_set, const std::string& file) {
  const auto ranks = rule_set.find("ranks");
  if (ranks == rule_set.end() || !ranks->is_array() || ranks->empty())
    return wrong(file, "/ranks", "a rule set needs at least one rank");
  RankRules rules;
  if (auto read = read_thresholds(*ranks, file, rules); !read) return fail(std::move(read.error()));
  rules.below = rule_set.value("below_thresholds", "unranked") == "lowest_rank" ? BelowThresholds::lowest_rank
                                                                                : BelowThresholds::unranked;
  return rules;
}

}  // namespace mizan::scoring
