// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/view_result.hpp"

#include "forms/definitions.hpp"
#include "scoring/service_quotas.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/declarations/view_declaration.hpp"
#include "workflow/objection_window.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Result<Snapshot> published(storage::Stores& stores, RoundId round) {
  for (const auto kind : {SnapshotKind::final_, SnapshotKind::provisional}) {
    auto snapshot = stores.snapshots().latest(round, kind);
    if (!snapshot) return fail(std::move(snapshot.error()));
    if (*snapshot) return std::move(**snapshot);
  }
  return fail("access.not_found");
}

/// Delivers at the first look.
Result<Instant> deliver(storage::Stores& stores, const Actor& actor, const Snapshot& snapshot,
                        const DeclarationCase& subject, Instant now) {
  if (auto stored = stores.snapshots().deliver({snapshot.id, subject.office.id, now}); !stored)
    return fail(std::move(stored.error()));
  if (auto recorded = record(stores.audit(), actor, now, "result.delivered",
                             "declaration/" + std::to_string(subject.declaration.id.value), subject.office.id,
                             {{"snapshot", snapshot.id.value}, {"kind", to_text(snapshot.kind)}});
      !recorded)
    return fail(std::move(recorded.error()));
  return now;
}

/// Later looks find the first moment. Nothing where this would be the first and the transaction only reads.
Result<std::optional<Instant>> delivered(storage::Stores& stores, const Actor& actor, const Snapshot& snapshot,
                                         const DeclarationCase& subject, storage::Access access, Instant now) {
  auto known = stores.snapshots().delivery(snapshot.id, subject.office.id);
  if (!known) return fail(std::move(known.error()));
  if (*known) return (*known)->delivered_at;
  if (access == storage::Access::read) return std::nullopt;
  auto at = deliver(stores, actor, snapshot, subject, now);
  if (!at) return fail(std::move(at.error()));
  return *at;
}

Outcome add_sections(storage::Stores& stores, const Services& services, const Actor& actor, ResultView& view) {
  auto bundles = pinned_sections(services, view.subject.round, view.subject.office.kind);
  if (!bundles) return fail(std::move(bundles.error()));
  std::vector<std::string> ids;
  for (const auto* bundle : *bundles) ids.push_back(bundle->section.id);
  auto scores = scores_at(stores, view.subject.declaration.id, ids, view.published_at);
  if (!scores) return fail(std::move(scores.error()));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    view.maximum += (*scores)[i].maximum;
    view.sections.push_back({ids[i], (*bundles)[i]->section.title, std::move((*scores)[i]), std::nullopt});
  }
  storage::ObjectionFilter filter;
  filter.declaration = view.subject.declaration.id;
  auto objections = stores.objections().list(filter, actor.scope);
  if (!objections) return fail(std::move(objections.error()));
  for (const auto& objection : *objections) {
    auto shown = objection_view(stores, services, actor, objection);
    if (!shown) return fail(std::move(shown.error()));
    for (auto& section : view.sections)
      if (section.id == objection.section) section.objection = *shown;
  }
  return {};
}

Outcome add_window(storage::Stores& stores, const Services& services, ResultView& view, Instant now) {
  auto window = objection_window(stores, services, view.subject, now);
  if (!window) return fail(std::move(window.error()));
  view.round = round_banner(view.subject.round, now, window->deadline);
  view.objection_deadline = window->deadline;
  if (window->deadline) view.seconds_left = seconds_until(*window->deadline, now);
  view.may_object =
      window->open && std::any_of(view.sections.begin(), view.sections.end(),
                                  [](const ResultSection& section) { return !section.objection.has_value(); });
  return {};
}

void add_services(const Services& services, ResultView& view) {
  if (view.kind != SnapshotKind::final_ || view.ranked.held) return;
  const auto on_offer = services.definitions.services().in_province(view.subject.office.province);
  for (const auto& id : scoring::services_for(view.ranked.rank, on_offer, view.rules))
    for (const auto& service : on_offer)
      if (service.id == id) view.services.push_back(service);
}

/// Nothing where the result has yet to be delivered and the transaction only reads.
Result<std::optional<ResultView>> look(storage::Stores& stores, const Services& services, const Actor& actor,
                                       DeclarationId id, storage::Access access) {
  const auto now = services.clock.now();
  auto subject = find_own_declaration(stores, actor, id);
  if (!subject) return fail(std::move(subject.error()));
  auto snapshot = published(stores, subject->round.id);
  if (!snapshot) return fail(std::move(snapshot.error()));
  auto ranked = stores.snapshots().rank_of(snapshot->id, subject->office.id);
  if (!ranked) return fail(std::move(ranked.error()));
  if (!*ranked) return fail("access.not_found");
  auto at = delivered(stores, actor, *snapshot, *subject, access, now);
  if (!at) return fail(std::move(at.error()));
  if (!*at) return std::nullopt;
  auto rules = pinned_rank_rules(subject->round);
  if (!rules) return fail(std::move(rules.error()));

  ResultView view;
  view.official = is_official(subject->round);
  view.subject = std::move(*subject);
  view.kind = snapshot->kind;
  view.ranked = std::move(**ranked);
  view.rules = std::move(*rules);
  view.published_at = snapshot->published_at;
  view.delivered_at = **at;
  if (auto added = add_sections(stores, services, actor, view); !added) return fail(std::move(added.error()));
  if (auto added = add_window(stores, services, view, now); !added) return fail(std::move(added.error()));
  add_services(services, view);
  return std::optional(std::move(view));
}

}  // namespace

Result<ResultView> view_result(const Services& services, const Actor& actor, DeclarationId id) {
  // On the day of publication everybody looks at once: only the first look of an office writes.
  auto seen = services.database.read(
      [&](storage::Stores& stores) { return look(stores, services, actor, id, storage::Access::read); });
  if (seen && !*seen)
    seen = services.database.write(
        [&](storage::Stores& stores) { return look(stores, services, actor, id, storage::Access::write); });
  if (!seen) return fail(std::move(seen.error()));
  if (!*seen) return fail("server.internal", "a delivered result that cannot be seen");
  return std::move(**seen);
}

}  // namespace mizan::workflow
