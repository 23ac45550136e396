// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/review/view_dossier.hpp"

#include "workflow/ranks/round_ranks.hpp"
#include "workflow/review/browse_queue.hpp"

#include <algorithm>

namespace mizan::workflow {
namespace {

constexpr int k_timeline = 200;

Result<std::optional<DeclarationCase>> newest_case(storage::Stores& stores, const Actor& actor, OfficeId office) {
  storage::DeclarationFilter filter;
  filter.office = office;
  auto declarations = stores.declarations().list(filter, actor.scope);
  if (!declarations) return fail(std::move(declarations.error()));
  if (declarations->empty()) return std::nullopt;
  const auto newest = std::max_element(declarations->begin(), declarations->end(),
                                       [](const Declaration& a, const Declaration& b) { return a.round < b.round; });
  auto subject = find_declaration(stores, actor.scope, newest->id);
  if (!subject) return fail(std::move(subject.error()));
  return std::optional(std::move(*subject));
}

Outcome add_sections(storage::Stores& stores, const Services& services, const Actor& actor,
                     const DeclarationCase& subject, Dossier& dossier) {
  auto states = load_sections(stores, services, actor.scope, subject);
  if (!states) return fail(std::move(states.error()));
  for (auto& state : *states) {
    DossierSection section;
    for (const auto& evidence : state.evidence) {
      auto view = evidence_view(stores, services, actor, subject, evidence);
      if (!view) return fail(std::move(view.error()));
      section.evidence.push_back(std::move(*view));
    }
    dossier.points += state.score.points;
    dossier.maximum += state.score.maximum;
    section.state = std::move(state);
    dossier.sections.push_back(std::move(section));
  }
  return {};
}

Outcome add_objections(storage::Stores& stores, const Services& services, const Actor& actor, DeclarationId declaration,
                       Dossier& dossier) {
  storage::ObjectionFilter filter;
  filter.declaration = declaration;
  auto objections = stores.objections().list(filter, actor.scope);
  if (!objections) return fail(std::move(objections.error()));
  for (const auto& objection : *objections) {
    auto view = objection_view(stores, services, actor, objection);
    if (!view) return fail(std::move(view.error()));
    dossier.objections.push_back(std::move(*view));
  }
  return {};
}

Outcome add_rank(storage::Stores& stores, RoundId round, Dossier& dossier) {
  auto snapshot = newest_snapshot(stores, round);
  if (!snapshot) return fail(std::move(snapshot.error()));
  if (!*snapshot) return {};
  auto ranked = stores.snapshots().rank_of((*snapshot)->id, dossier.office.id);
  if (!ranked) return fail(std::move(ranked.error()));
  if (*ranked) dossier.rank = (*ranked)->rank;
  return {};
}

Outcome add_round(storage::Stores& stores, const Services& services, const Actor& actor, const DeclarationCase& subject,
                  Dossier& dossier) {
  dossier.declaration = subject.declaration;
  dossier.round = round_banner(subject.round, services.clock.now());
  if (auto added = add_sections(stores, services, actor, subject, dossier); !added) return added;
  if (auto added = add_objections(stores, services, actor, subject.declaration.id, dossier); !added) return added;
  return add_rank(stores, subject.round.id, dossier);
}

}  // namespace

Result<Dossier> view_dossier(const Services& services, const Actor& actor, OfficeId id) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<Dossier> {
    auto office = stores.offices().find(id, actor.scope);
    if (!office) return fail(std::move(office.error()));
    if (!*office) return fail("access.not_found");
    Dossier dossier;
    dossier.office = std::move(**office);
    auto subject = newest_case(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    if (*subject)
      if (auto added = add_round(stores, services, actor, **subject, dossier); !added)
        return fail(std::move(added.error()));
    storage::AuditFilter filter;
    filter.office = id;
    filter.limit = k_timeline;
    auto timeline = audit_lines(stores, services, filter, actor.scope);
    if (!timeline) return fail(std::move(timeline.error()));
    dossier.timeline = std::move(*timeline);
    auto accounts = stores.accounts().accounts_of(id);
    if (!accounts) return fail(std::move(accounts.error()));
    dossier.accounts = std::move(*accounts);
    return dossier;
  });
}

}  // namespace mizan::workflow
