// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/view_declaration.hpp"

#include "workflow/objection_window.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

using nlohmann::json;

constexpr std::size_t k_from_where = 5;

std::vector<MissingWhere> most_valuable(const std::vector<SectionState>& sections) {
  std::vector<MissingWhere> all;
  for (const auto& section : sections)
    for (const auto& missing : section.score.missing)
      if (missing.worth > Points{}) all.push_back({section.bundle->section.id, missing});
  std::stable_sort(all.begin(), all.end(), [](const MissingWhere& left, const MissingWhere& right) {
    return left.missing.worth > right.missing.worth;
  });
  if (all.size() > k_from_where) all.resize(k_from_where);
  return all;
}

WhatIf what_if(scoring::RankRules rules, const DeclarationView& view) {
  WhatIf answer{std::move(rules), {}, std::nullopt, most_valuable(view.sections)};
  answer.rank = answer.rules.rank_of(view.points);
  const auto next = scoring::next_rank(answer.rules, view.points);
  if (next.rank != answer.rank) answer.next = next;
  return answer;
}

Result<bool> has_result(storage::Stores& stores, const DeclarationCase& subject) {
  if (subject.round.stage < RoundStage::objection) return false;
  auto snapshot = stores.snapshots().latest(subject.round.id, SnapshotKind::provisional);
  if (!snapshot) return fail(std::move(snapshot.error()));
  return snapshot->has_value();
}

Result<RoundBanner> banner_of(storage::Stores& stores, const Services& services, const DeclarationCase& subject,
                              Instant now) {
  auto window = objection_window(stores, services, subject, now);
  if (!window) return fail(std::move(window.error()));
  return round_banner(subject.round, now, window->deadline);
}

void add_sections(DeclarationView& view) {
  for (const auto& section : view.sections) {
    view.points += section.score.points;
    view.maximum += section.score.maximum;
    view.being_read = view.being_read || section.status == SectionStatus::being_read;
    for (const auto& problem : section.checked.problems)
      view.obstacles.push_back({section.bundle->section.id, problem});
  }
}

/// Locked where the register has a value; region-only fields always.
std::vector<std::string> locked_fields(const forms::Section& section, const Office& office) {
  const json registered = to_json(office);
  std::vector<std::string> locked;
  for (const auto& field : section.fields) {
    const auto value = field.prefill.empty() ? registered.end() : registered.find(field.prefill);
    const bool known = value != registered.end() && value->is_string() && !value->get_ref<const std::string&>().empty();
    if (field.lock == forms::Lock::region_only || (field.lock == forms::Lock::locked && known))
      locked.push_back(field.id);
  }
  return locked;
}

Result<DeclarationLine> line_of(storage::Stores& stores, const Services& services, DeclarationCase subject,
                                Instant now) {
  DeclarationLine line{std::move(subject), {}, {}, {}, false};
  auto banner = banner_of(stores, services, line.subject, now);
  if (!banner) return fail(std::move(banner.error()));
  line.round = std::move(*banner);
  auto scores = stores.scores().latest(line.subject.declaration.id);
  if (!scores) return fail(std::move(scores.error()));
  for (const auto& revision : *scores) {
    line.points += revision.score.points;
    line.maximum += revision.score.maximum;
  }
  auto result = has_result(stores, line.subject);
  if (!result) return fail(std::move(result.error()));
  line.has_result = *result;
  return line;
}

}  // namespace

bool is_official(const Round& round) {
  const auto rules = json::parse(round.rule_set_json, nullptr, false);
  return rules.is_object() && !rules.value("example", true);
}

Result<scoring::RankRules> pinned_rank_rules(const Round& round) {
  const auto rules = json::parse(round.rule_set_json, nullptr, false);
  if (!rules.is_object())
    return fail(Problem("definition.invalid")
                    .with("file", round.rule_set)
                    .with("path", "")
                    .with("reason", "the pinned rule set is no JSON"));
  return scoring::rank_rules(rules, round.rule_set);
}

Result<DeclarationView> view_declaration(const Services& services, const Actor& actor, DeclarationId id) {
  const auto now = services.clock.now();
  return services.database.read([&](storage::Stores& stores) -> Result<DeclarationView> {
    auto subject = find_own_declaration(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    auto banner = banner_of(stores, services, *subject, now);
    if (!banner) return fail(std::move(banner.error()));
    auto sections = load_sections(stores, services, actor.scope, *subject);
    if (!sections) return fail(std::move(sections.error()));
    auto rules = pinned_rank_rules(subject->round);
    if (!rules) return fail(std::move(rules.error()));
    auto result = has_result(stores, *subject);
    if (!result) return fail(std::move(result.error()));

    DeclarationView view;
    view.editable = is_declaring(*subject, now);
    view.official = is_official(subject->round);
    view.has_result = *result;
    view.subject = std::move(*subject);
    view.round = std::move(*banner);
    view.sections = std::move(*sections);
    add_sections(view);
    view.what_if = what_if(std::move(*rules), view);
    return view;
  });
}

Result<std::vector<DeclarationLine>> list_declarations(const Services& services, const Actor& actor) {
  if (actor.role != Role::office) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.read([&](storage::Stores& stores) -> Result<std::vector<DeclarationLine>> {
    auto declarations = stores.declarations().list({}, actor.scope);
    if (!declarations) return fail(std::move(declarations.error()));
    std::vector<DeclarationLine> lines;
    for (const auto& declaration : *declarations) {
      auto subject = find_declaration(stores, actor.scope, declaration.id);
      if (!subject) return fail(std::move(subject.error()));
      auto line = line_of(stores, services, std::move(*subject), now);
      if (!line) return fail(std::move(line.error()));
      lines.push_back(std::move(*line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const DeclarationLine& left, const DeclarationLine& right) {
      const bool left_closed = left.round.stage == RoundStage::closed,
                 right_closed = right.round.stage == RoundStage::closed;
      return left_closed != right_closed ? right_closed : left.round.id > right.round.id;
    });
    return lines;
  });
}

Result<SectionView> view_section(const Services& services, const Actor& actor, DeclarationId id,
                                 std::string_view section) {
  return services.database.read([&](storage::Stores& stores) -> Result<SectionView> {
    auto subject = find_own_declaration(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    auto state = load_section(stores, services, actor.scope, *subject, section);
    if (!state) return fail(std::move(state.error()));
    SectionView view{std::move(*state), is_declaring(*subject, services.clock.now()), {}, {}};
    view.locked = locked_fields(view.state.bundle->section, subject->office);
    for (const auto& evidence : view.state.evidence) {
      auto shown = evidence_view(stores, services, actor, *subject, evidence);
      if (!shown) return fail(std::move(shown.error()));
      view.evidence.push_back(std::move(*shown));
    }
    return view;
  });
}

}  // namespace mizan::workflow
