// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/list_definitions.hpp"

#include "workflow/create_round.hpp"
#include "workflow/start_declaration.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace mizan::workflow {
namespace {

using nlohmann::json;

/// The values that the awards of a section look at, by field.
std::map<std::string, std::set<json>> deciding_values(const forms::Section& section) {
  std::map<std::string, std::set<json>> values;
  const auto source = json::parse(section.source);  // the definitions were checked when they were loaded
  for (const auto& award : source.value("awards", json::array())) {
    const auto condition = award.find("visible_when");
    if (condition == award.end()) continue;
    auto& of_field = values[condition->at("field").get<std::string>()];
    if (condition->contains("equals")) of_field.insert(condition->at("equals"));
    for (const auto& value : condition->value("in", json::array())) of_field.insert(value);
  }
  return values;
}

/// The best of all ways to answer the fields that decide which awards are offered.
Points best_points(const forms::Section& section, const json& table, OfficeKind kind) {
  std::vector<json> answers{json::object()};
  for (const auto& [field, values] : deciding_values(section)) {
    std::vector<json> extended;
    for (const auto& before : answers)
      for (const auto& value : values) {
        extended.push_back(before);
        extended.back()[field] = value;
      }
    answers = std::move(extended);
  }
  Points best;
  for (const auto& normal : answers) best = std::max(best, most_points(section, table, kind, normal));
  return best;
}

Points maximum_for(const forms::Definitions& definitions, const forms::Form& form, const forms::RuleSet& rule_set) {
  Points sum;
  for (const auto& id : form.sections)
    if (const auto* bundle = definitions.newest(id))
      sum += best_points(bundle->section, forms::points_table(rule_set.text, id), form.kind);
  return sum;
}

}  // namespace

Result<InstalledCriteria> list_criteria(const Services& services, const Actor& actor) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  InstalledCriteria out;
  for (const auto& bundle : services.definitions.bundles()) out.running.push_back(&bundle);
  out.refused = services.definitions.refused();
  return out;
}

Result<std::vector<RuleSetView>> list_rule_sets(const Services& services, const Actor& actor) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  std::vector<RuleSetView> views;
  for (const auto& rule_set : services.definitions.rule_sets()) {
    auto rules = scoring::rank_rules(json::parse(rule_set.text, nullptr, false), rule_set.id);
    if (!rules) return fail(std::move(rules.error()));
    RuleSetView view{&rule_set, {}, std::move(*rules), {}};
    for (const auto& form : services.definitions.forms()) {
      const auto maximum = maximum_for(services.definitions, form, rule_set);
      if (maximum == Points{}) continue;
      view.kinds.push_back(form.kind);
      view.maximum = std::max(view.maximum, maximum);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace mizan::workflow
