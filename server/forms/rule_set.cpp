// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/rule_set.hpp"

#include "forms/section.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace mizan::forms {
namespace {

using nlohmann::json;

struct Fault {
  std::string path, reason;
};

Label label_of(const json& text) {
  return {text.at("fa").get<std::string>(), text.at("en").get<std::string>()};
}

std::optional<Fault> steps_fault(const json& rule, const std::string& path) {
  const auto steps = rule.value("steps", json::array());
  for (std::size_t i = 1; i < steps.size(); ++i)
    if (steps[i].at("at_least").get<double>() >= steps[i - 1].at("at_least").get<double>() ||
        steps[i].at("points").get<std::int64_t>() > steps[i - 1].at("points").get<std::int64_t>())
      return Fault{path + "/steps/" + std::to_string(i), "steps are listed from the highest, with falling points"};
  return std::nullopt;
}

std::optional<Fault> section_fault(const std::string& id, const json& rules,
                                   const std::vector<const Section*>& sections) {
  const std::string path = "/sections/" + id;
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto* s) { return s->id == id; });
  if (found == sections.end()) return Fault{path, "there is no such section"};
  for (const auto& [award, rule] : rules.items()) {
    const std::string at = path + "/" + award;
    const auto& awards = (*found)->awards;
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it loses sight of a structured binding that is captured
    if (std::none_of(awards.begin(), awards.end(), [&](const Award& a) { return a.id == award; }))
      return Fault{at, "the section has no such award"};
    if (auto fault = steps_fault(rule, at)) return fault;
  }
  return std::nullopt;
}

}  // namespace

Result<RuleSet> rule_set_from_json(const json& json, const std::vector<const Section*>& sections,
                                   const std::string& file) {
  for (const auto& [id, rules] : json.at("sections").items())
    if (const auto fault = section_fault(id, rules, sections))
      return fail(
          Problem("definition.invalid").with("file", file).with("path", fault->path).with("reason", fault->reason));
  RuleSet rule_set;
  rule_set.id = json.at("id").get<std::string>();
  rule_set.title = label_of(json.at("title"));
  rule_set.example = json.at("example").get<bool>();
  rule_set.note = label_of(json.at("note"));
  for (const auto& decision : json.at("decisions")) rule_set.decisions.push_back(label_of(decision));
  rule_set.objection_days = json.at("objection_days").get<int>();
  rule_set.text = json.dump();
  return rule_set;
}

json points_table(const std::string& rule_set_text, const std::string& section) {
  const auto rule_set = json::parse(rule_set_text, nullptr, false);
  if (!rule_set.is_object()) return json::object();
  return rule_set.value("sections", json::object()).value(section, json::object());
}

}  // namespace mizan::forms
