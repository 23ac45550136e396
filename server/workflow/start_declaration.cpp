// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/start_declaration.hpp"

#include "forms/check_answers.hpp"
#include "forms/rule_set.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

using nlohmann::json;

Points most_of(const json& rule) {
  if (rule.contains("points")) return Points{rule["points"].get<std::int64_t>()};
  if (rule.contains("maximum")) return Points{rule["maximum"].get<std::int64_t>()};
  Points most;
  for (const auto& step : rule.value("steps", json::array())) most = std::max(most, Points{step.at("points").get<std::int64_t>()});
  return most;
}

bool holds(const json& condition, const json& normal) {
  const auto found = normal.find(condition.at("field").get<std::string>());
  if (found == normal.end()) return false;
  if (condition.contains("equals")) return *found == condition["equals"];
  const auto& values = condition.at("in");
  return std::find(values.begin(), values.end(), *found) != values.end();
}

bool is_offered(const json& award, OfficeKind kind, const json& normal) {
  if (const auto kinds = award.find("kinds"); kinds != award.end())
    if (std::find(kinds->begin(), kinds->end(), json(to_text(kind))) == kinds->end()) return false;
  const auto condition = award.find("visible_when");
  return condition == award.end() || holds(*condition, normal);
}

ScoreRevision first_score(const forms::Bundle& bundle, const Round& round, const Office& office, Instant now) {
  const json registered = to_json(office);
  const json prefilled = forms::prefilled_answers(bundle.section, registered);
  const auto checked =
      forms::check_answers(bundle.section, prefilled, {forms::CheckMode::draft, forms::Editor::office, registered, prefilled, {}});
  ScoreRevision revision;
  revision.section = bundle.section.id;
  revision.score.maximum = most_points(bundle.section, forms::points_table(round.rule_set_json, bundle.section.id), office.kind, checked.normal);
  revision.criterion_version = bundle.manifest.version;
  revision.cause = "opened";
  revision.at = now;
  return revision;
}

}  // namespace

Points most_points(const forms::Section& section, const json& points_table, OfficeKind kind, const json& normal) {
  Points most;
  const auto source = json::parse(section.source);  // the definitions were checked when they were loaded
  for (const auto& award : source.value("awards", json::array())) {
    const auto rule = points_table.find(award.at("id").get<std::string>());
    if (rule != points_table.end() && is_offered(award, kind, normal)) most += most_of(*rule);
  }
  return most;
}

Result<DeclarationId> start_declaration(storage::Stores& stores, const Services& services, const Round& round, const Office& office) {
  auto sections = pinned_sections(services, round, office.kind);
  if (!sections) return fail(std::move(sections.error()));
  Declaration declaration;
  declaration.round = round.id;
  declaration.office = office.id;
  auto id = stores.declarations().create(declaration);
  if (!id) return id;
  for (const auto* bundle : *sections) {
    auto revision = first_score(*bundle, round, office, services.clock.now());
    revision.declaration = *id;
    if (auto appended = stores.scores().append(revision); !appended) return fail(std::move(appended.error()));
  }
  return id;
}

}  // namespace mizan::workflow
