// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/standing_ranks.hpp"

#include "scoring/ranking.hpp"

#include <nlohmann/json.hpp>

#include <unordered_map>
#include <utility>

namespace mizan::workflow {
namespace {

using SectionsByDeclaration = std::unordered_map<DeclarationId, std::map<std::string, Points>>;

Result<SectionsByDeclaration> points_by_declaration(storage::Stores& stores, RoundId round) {
  auto rows = stores.reports().latest_points(round);
  if (!rows) return fail(std::move(rows.error()));
  SectionsByDeclaration all;
  for (const auto& row : *rows) all[row.declaration][row.section] = row.points;
  return all;
}

}  // namespace

Result<std::set<DeclarationId>> disputed_declarations(storage::Stores& stores, RoundId round) {
  storage::ObjectionFilter filter;
  filter.round = round;
  auto objections = stores.objections().list(filter, Scope::everything());
  if (!objections) return fail(std::move(objections.error()));
  std::set<DeclarationId> standing;
  for (const auto& objection : *objections)
    if (objection.state != ObjectionState::decided) standing.insert(objection.declaration);
  return standing;
}

Result<StandingRanks> standing_ranks(storage::Stores& stores, const Round& round, SnapshotKind kind) {
  StandingRanks out;
  if (round.stage == RoundStage::draft) return out;
  auto rules = scoring::rank_rules(nlohmann::json::parse(round.rule_set_json, nullptr, false), round.rule_set);
  if (!rules) return fail(std::move(rules.error()));
  out.rules = std::move(*rules);
  auto declared = stores.reports().declared_offices(round.id);
  if (!declared) return fail(std::move(declared.error()));
  auto points = points_by_declaration(stores, round.id);
  if (!points) return fail(std::move(points.error()));
  auto disputed = disputed_declarations(stores, round.id);
  if (!disputed) return fail(std::move(disputed.error()));

  std::vector<scoring::Contender> contenders;
  contenders.reserve(declared->size());
  for (auto& [declaration, office] : *declared) {
    scoring::Contender contender{office.id, office.kind, {}, counts_as_silent(declaration.status), false};
    contender.held = kind == SnapshotKind::final_ && disputed->contains(declaration.id);
    if (!contender.silent) contender.sections = std::move((*points)[declaration.id]);
    contenders.push_back(std::move(contender));
    out.offices.emplace(office.id, std::move(office));
  }
  out.ranks = scoring::rank_offices(contenders, out.rules, round.silence_policy);
  return out;
}

}  // namespace mizan::workflow
