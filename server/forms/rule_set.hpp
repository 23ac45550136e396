// SPDX-License-Identifier: GPL-3.0-or-later
// A rule set as a round pins it: its text, and what a page must say about it.
#pragma once

#include "base/result.hpp"
#include "forms/label.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace mizan::forms {

struct Section;

/// `text` is the whole file as canonical JSON: Round::rule_set_json, which scoring reads the ranks of.
struct RuleSet {
  std::string id;
  Label title;
  bool example = false;
  Label note;  ///< "example, not official"
  std::vector<Label> decisions;
  int objection_days = 7;
  std::string text;
};

/// Makes a rule set of JSON that already fits rule-set.schema.json, and checks that steps fall, and that each section
/// and award it gives points to exists in `sections`. Fails with `definition.invalid`, naming the path.
[[nodiscard]] Result<RuleSet> rule_set_from_json(const nlohmann::json& json,
                                                 const std::vector<const Section*>& sections, const std::string& file);

/// One section's part of a pinned rule set: criteria::JudgeRequest::points_table. An empty object when it has none.
[[nodiscard]] nlohmann::json points_table(const std::string& rule_set_text, const std::string& section);

}  // namespace mizan::forms
