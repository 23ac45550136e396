// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/snapshot_input.hpp"

#include "workflow/ranks/standing_ranks.hpp"

#include <unordered_map>
#include <utility>

namespace mizan::workflow {

Result<scoring::SnapshotInput> snapshot_input(storage::Stores& stores, const Round& round, SnapshotKind kind,
                                              Instant published_at) {
  scoring::SnapshotInput input{round, kind, published_at, {}};
  auto disputed = disputed_declarations(stores, round.id);
  if (!disputed) return fail(std::move(disputed.error()));
  auto declared = stores.reports().declared_offices(round.id);
  if (!declared) return fail(std::move(declared.error()));
  auto revisions = stores.reports().latest_scores(round.id);
  if (!revisions) return fail(std::move(revisions.error()));
  std::unordered_map<DeclarationId, std::vector<ScoreRevision>> scores;
  for (auto& revision : *revisions) scores[revision.declaration].push_back(std::move(revision));

  input.entries.reserve(declared->size());
  for (auto& [declaration, office] : *declared) {
    scoring::SnapshotEntry entry{std::move(office), {}, counts_as_silent(declaration.status), false};
    entry.held = kind == SnapshotKind::final_ && disputed->contains(declaration.id);
    if (!entry.silent) entry.scores = std::move(scores[declaration.id]);
    input.entries.push_back(std::move(entry));
  }
  return input;
}

}  // namespace mizan::workflow
