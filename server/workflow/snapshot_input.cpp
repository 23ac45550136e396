// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/snapshot_input.hpp"

#include <set>
#include <utility>

namespace mizan::workflow {
namespace {

Result<std::set<DeclarationId>> disputed(storage::Stores& stores, RoundId round) {
  storage::ObjectionFilter filter;
  filter.round = round;
  auto objections = stores.objections().list(filter, Scope::everything());
  if (!objections) return fail(std::move(objections.error()));
  std::set<DeclarationId> standing;
  for (const auto& objection : *objections)
    if (objection.state != ObjectionState::decided) standing.insert(objection.declaration);
  return standing;
}

Result<scoring::SnapshotEntry> entry_of(storage::Stores& stores, const Declaration& declaration) {
  auto office = stores.offices().find(declaration.office, Scope::everything());
  if (!office) return fail(std::move(office.error()));
  if (!*office) return fail("server.internal", "a declaration without its office");
  scoring::SnapshotEntry entry;
  entry.office = std::move(**office);
  // Unfinished is silent: submitting is possible only as a whole.
  entry.silent = declaration.status == DeclarationStatus::silent || declaration.status == DeclarationStatus::open;
  if (entry.silent) return entry;
  auto scores = stores.scores().latest(declaration.id);
  if (!scores) return fail(std::move(scores.error()));
  entry.scores = std::move(*scores);
  return entry;
}

}  // namespace

Result<scoring::SnapshotInput> snapshot_input(storage::Stores& stores, const Round& round, SnapshotKind kind,
                                              Instant published_at) {
  scoring::SnapshotInput input{round, kind, published_at, {}};
  auto standing = disputed(stores, round.id);
  if (!standing) return fail(std::move(standing.error()));
  storage::DeclarationFilter filter;
  filter.round = round.id;
  auto declarations = stores.declarations().list(filter, Scope::everything());
  if (!declarations) return fail(std::move(declarations.error()));
  for (const auto& declaration : *declarations) {
    auto entry = entry_of(stores, declaration);
    if (!entry) return fail(std::move(entry.error()));
    entry->held = kind == SnapshotKind::final_ && standing->contains(declaration.id);
    input.entries.push_back(std::move(*entry));
  }
  return input;
}

}  // namespace mizan::workflow
