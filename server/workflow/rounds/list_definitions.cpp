// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/list_definitions.hpp"

#include "workflow/declarations/start_declaration.hpp"
#include "workflow/rounds/create_round.hpp"

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
std::map<std::string, std::set<json>> deciding_values(const json& awards) {
  std::map<std::string, std::set<json>> values;
  for (const auto& award : awards) {
    const auto condition = award.find("visible_when");
    if (condition == award.end()) continue;
    auto& of_field = values[condition->at("field").get<std::string>()];
    if (condition->contains("equals")) of_field.insert(condition->at("equals"));
    for (const auto& value : condition->value("in", json::array())) of_field.insert(value);
  }
  return values;
}

/// The best of all ways to answer the fields that decide which awards are offered.
Points best_points(const SectionStart& section, OfficeKind kind) {
  std::vector<json> answers{json::object()};
  for (const auto& [field, values] : deciding_values(section.awards)) {
    std::vector<json> extended;
    for (const auto& before : answers)
      for (const auto& value : values) {
        extended.push_back(before);
        extended.back()[field] = value;
      }
    answers = std::move(extended);
  }
  Points best;
  for (const auto& normal : answers) best = std::max(best, most_points(section, kind, normal));
  return best;
}

/// As a round that pins the newest criteria and this rule set would have it.
Result<Points> maximum_for(const Services& services, const forms::Form& form, const forms::RuleSet& rule_set) {
  Round round;
  round.rule_set_json = rule_set.text;
  for (const auto& id : form.sections)
    if (const auto* bundle = services.definitions.newest(id)) round.criteria[id] = bundle->manifest.version;
  auto sections = section_starts(services, round, form.kind);
  if (!sections) return fail(std::move(sections.error()));
  Points sum;
  for (const auto& section : *sections) sum += best_points(section, form.kind);
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
      auto maximum = maximum_for(services, form, rule_set);
      if (!maximum) return fail(std::move(maximum.error()));
      if (*maximum == Points{}) continue;
      view.kinds.push_back(form.kind);
      view.maximum = std::max(view.maximum, *maximum);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace mizan::workflow
