// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/publish_ranks.hpp"

#include "base/persian/digits.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/snapshot_input.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_green(storage::Stores& stores, const Services& services, const Round& round, Instant now) {
  auto table = reconcile(stores, services, round, now);
  if (!table) return fail(std::move(table.error()));
  if (table->green()) return {};
  std::string fa, en;
  for (const auto& blocker : table->blockers) {
    fa += (fa.empty() ? "" : " ") + persian::persian_digits(std::to_string(blocker.count)) + " " + blocker.text_fa;
    en += (en.empty() ? "" : " ") + std::to_string(blocker.count) + " " + blocker.text_en;
  }
  if (table->blockers.empty()) {
    fa = "جمع رتبه‌ها با شمار دفترهای دارای پروانه نمی‌خواند.";
    en = "the ranks do not add up to the licensed offices.";
  }
  return fail(Problem("round.not_ready").with("reason", fa).with("reason_en", en));
}

/// The blob goes first: a snapshot row never points at bytes that are not on disk.
Result<Snapshot> store_snapshot(storage::Stores& stores, const Services& services, const Round& round,
                                SnapshotKind kind, Instant now) {
  auto input = snapshot_input(stores, round, kind, now);
  if (!input) return fail(std::move(input.error()));
  auto document = scoring::snapshot_document(*input);
  if (!document) return fail(std::move(document.error()));
  auto blob = services.evidence.put(document->bytes);
  if (!blob) return fail(std::move(blob.error()));
  Snapshot snapshot{{}, round.id, kind, blob->content, now};
  auto id = stores.snapshots().create(snapshot, document->ranks);
  if (!id) return fail(std::move(id.error()));
  snapshot.id = *id;
  return snapshot;
}

struct Publication {
  SnapshotKind kind;
  std::vector<RoundStage> from;
  RoundStage to;
  const char* action;
};

Result<Snapshot> publish(const Services& services, const Actor& actor, RoundId id, const Publication& publication) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Snapshot> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    if (std::find(publication.from.begin(), publication.from.end(), round->stage) == publication.from.end())
      return fail(wrong_stage(*round));
    if (auto green = check_green(stores, services, *round, now); !green) return fail(std::move(green.error()));
    auto snapshot = store_snapshot(stores, services, *round, publication.kind, now);
    if (!snapshot) return snapshot;
    (publication.kind == SnapshotKind::provisional ? round->provisional_at : round->closed_at) = now;
    round->stage = publication.to;
    if (auto updated = stores.rounds().update(*round); !updated) return fail(std::move(updated.error()));
    if (auto recorded = record(stores.audit(), actor, now, publication.action, "round/" + std::to_string(id.value), {},
                               {{"snapshot", snapshot->id.value}, {"content", snapshot->content.hex}});
        !recorded)
      return fail(std::move(recorded.error()));
    return snapshot;
  });
}

/// The score revision that a document counted, from the whole history.
Result<scoring::SnapshotEntry> entry_again(storage::Stores& stores, RoundId round,
                                           const scoring::CountedOffice& counted) {
  scoring::SnapshotEntry entry{counted.office, {}, counted.silent, counted.held};
  storage::DeclarationFilter filter;
  filter.round = round;
  filter.office = counted.office.id;
  auto declarations = stores.declarations().list(filter, Scope::everything());
  if (!declarations) return fail(std::move(declarations.error()));
  if (declarations->empty()) return entry;
  auto history = stores.scores().history(declarations->front().id);
  if (!history) return fail(std::move(history.error()));
  for (const auto& revision : *history) {
    const auto wanted = counted.revisions.find(revision.section);
    if (wanted != counted.revisions.end() && wanted->second == revision.revision) entry.scores.push_back(revision);
  }
  return entry;
}

}  // namespace

Result<Snapshot> publish_provisional(const Services& services, const Actor& actor, RoundId round) {
  return publish(
      services, actor, round,
      {SnapshotKind::provisional, {RoundStage::review}, RoundStage::objection, "round.provisional_published"});
}

Result<Snapshot> publish_final(const Services& services, const Actor& actor, RoundId round) {
  return publish(
      services, actor, round,
      {SnapshotKind::final_, {RoundStage::objection, RoundStage::closed}, RoundStage::closed, "round.final_published"});
}

Result<Recomputation> recompute_snapshot(const Services& services, const Actor& actor, SnapshotId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<Recomputation> {
    auto snapshot = stores.snapshots().find(id);
    if (!snapshot) return fail(std::move(snapshot.error()));
    if (!*snapshot) return fail("access.not_found");
    auto round = existing_round(stores, (*snapshot)->round);
    if (!round) return fail(std::move(round.error()));
    auto bytes = services.evidence.get((*snapshot)->content, services.limits.snapshot_bytes);
    if (!bytes) return fail(std::move(bytes.error()));
    auto counted = scoring::counted_offices(*bytes);
    if (!counted) return fail(std::move(counted.error()));

    scoring::SnapshotInput input{*round, (*snapshot)->kind, (*snapshot)->published_at, {}};
    for (const auto& office : *counted) {
      auto entry = entry_again(stores, round->id, office);
      if (!entry) return fail(std::move(entry.error()));
      input.entries.push_back(std::move(*entry));
    }
    auto document = scoring::snapshot_document(input);
    if (!document) return fail(std::move(document.error()));
    auto blob = services.evidence.put(document->bytes);  // the same bytes are one blob: their hash is the store's
    if (!blob) return fail(std::move(blob.error()));
    return Recomputation{(*snapshot)->content, blob->content};
  });
}

}  // namespace mizan::workflow
