// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/start_declaration.hpp"

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
  for (const auto& step : rule.value("steps", json::array()))
    most = std::max(most, Points{step.at("points").get<std::int64_t>()});
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

ScoreRevision first_score(const SectionStart& start, const Office& office, Instant now) {
  const json registered = to_json(office);
  const auto& section = start.bundle->section;
  const json prefilled = forms::prefilled_answers(section, registered);
  const auto checked = forms::check_answers(
      section, prefilled, {forms::CheckMode::draft, forms::Editor::office, registered, prefilled, {}});
  ScoreRevision revision;
  revision.section = section.id;
  revision.score.maximum = most_points(start, office.kind, checked.normal);
  revision.criterion_version = start.bundle->manifest.version;
  revision.cause = "opened";
  revision.at = now;
  return revision;
}

}  // namespace

Points most_points(const SectionStart& section, OfficeKind kind, const json& normal) {
  Points most;
  for (const auto& award : section.awards) {
    const auto rule = section.points_table.find(award.at("id").get<std::string>());
    if (rule != section.points_table.end() && is_offered(award, kind, normal)) most += most_of(*rule);
  }
  return most;
}

Result<std::vector<SectionStart>> section_starts(const Services& services, const Round& round, OfficeKind kind) {
  auto bundles = pinned_sections(services, round, kind);
  if (!bundles) return fail(std::move(bundles.error()));
  std::vector<SectionStart> starts;
  for (const auto* bundle : *bundles) {
    const auto source = json::parse(bundle->section.source);  // the definitions were checked when they were loaded
    starts.push_back(
        {bundle, source.value("awards", json::array()), forms::points_table(round.rule_set_json, bundle->section.id)});
  }
  return starts;
}

Result<DeclarationId> start_declaration(storage::Stores& stores, const Services& services, const Round& round,
                                        const std::vector<SectionStart>& sections, const Office& office) {
  Declaration declaration;
  declaration.round = round.id;
  declaration.office = office.id;
  auto id = stores.declarations().create(declaration);
  if (!id) return id;
  for (const auto& section : sections) {
    auto revision = first_score(section, office, services.clock.now());
    revision.declaration = *id;
    if (auto appended = stores.scores().append(revision); !appended) return fail(std::move(appended.error()));
  }
  return id;
}

}  // namespace mizan::workflow
