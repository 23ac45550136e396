// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/ranks/reconcile_round.hpp"

#include "workflow/deadlines.hpp"
#include "workflow/ranks/standing_ranks.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

void add_blocker(std::vector<Blocker>& blockers, int count, Blocker blocker) {
  if (count == 0) return;
  blocker.count = count;
  blockers.push_back(std::move(blocker));
}

void count_rank(ReconciledCounts& counts, const RankedOffice& ranked) {
  ++counts.licensed;
  counts.held += ranked.held ? 1 : 0;
  switch (ranked.rank.value) {
    case 1:
      ++counts.rank_1;
      break;
    case 2:
      ++counts.rank_2;
      break;
    case 3:
      ++counts.rank_3;
      break;
    case 0:
      ++counts.unranked;
      break;
    default:
      break;  // a rank nobody counts shows as a difference
  }
}

Outcome add_counts(storage::Stores& stores, const Round& round, SnapshotKind kind, Reconciliation& table) {
  auto standing = standing_ranks(stores, round, kind);
  if (!standing) return fail(std::move(standing.error()));
  for (const auto& ranked : standing->ranks) {
    count_rank(table.provinces[standing->offices.at(ranked.office).province], ranked);
    count_rank(table.total, ranked);
  }
  return {};
}

Outcome add_review_blockers(storage::Stores& stores, const Round& round, Instant now, Reconciliation& table) {
  auto progress = stores.rounds().progress(round.id, Scope::everything());
  if (!progress) return fail(std::move(progress.error()));
  int being_read = 0, open_findings = 0;
  for (const auto& province : *progress) {
    being_read += province.being_read;
    open_findings += province.open_findings;
  }
  add_blocker(table.blockers, being_read,
              {"documents_being_read", 0, "سند هنوز در حال خواندن است؛ چند دقیقه صبر کنید.",
               "documents are still being read; wait a few minutes."});
  // After the region's deadline what nobody decided counts as not proved, and no longer blocks.
  const bool region_may_decide = !round.region_until || now < *round.region_until;
  add_blocker(table.blockers, region_may_decide ? open_findings : 0,
              {"open_findings", 0, "مورد در صف کارشناسان است؛ تصمیم یا پایان مهلت منطقه لازم است.",
               "items wait for the experts; they must be decided or the region's deadline must pass."});
  return {};
}

/// Before the review there is nothing to publish yet, however well the counts add up.
void add_early_stage(const Round& round, std::size_t offices, Reconciliation& table) {
  if (round.stage == RoundStage::draft)
    add_blocker(table.blockers, 1, {"not_opened", 0, "دوره هنوز باز نشده است.", "round has not been opened yet."});
  if (round.stage == RoundStage::declaration)
    add_blocker(table.blockers, static_cast<int>(offices),
                {"declarations_open", 0, "دفتر هنوز در مهلت خوداظهاری است؛ نخست خوداظهاری را ببندید.",
                 "offices may still declare; close the declarations first."});
}

/// The pending judgings of the round's declarations: publishing before them would freeze yesterday's points.
Outcome add_pending_scores(storage::Stores& stores, const Round& round,
                           const std::vector<storage::DeclaredOffice>& declared, Reconciliation& table) {
  auto keys = stores.reports().pending_keys(k_judge_section);
  if (!keys) return fail(std::move(keys.error()));
  int pending = 0;
  if (!keys->empty())
    for (const auto& row : declared)
      for (const auto& [section, version] : round.criteria)
        pending += keys->contains(judging_key(row.declaration.id, section)) ? 1 : 0;
  add_blocker(table.blockers, pending,
              {"scores_pending", 0, "امتیاز در حال محاسبه است؛ چند ثانیه صبر کنید.",
               "points are being computed; wait a few seconds."});
  return {};
}

Outcome add_open_windows(storage::Stores& stores, const Services& services, const Round& round, Instant now,
                         const std::vector<storage::DeclaredOffice>& declared, Reconciliation& table) {
  auto snapshot = stores.snapshots().latest(round.id, SnapshotKind::provisional);
  if (!snapshot) return fail(std::move(snapshot.error()));
  if (!*snapshot) return fail("server.internal", "an objection stage without a provisional snapshot");
  auto deliveries = stores.snapshots().deliveries((*snapshot)->id);
  if (!deliveries) return fail(std::move(deliveries.error()));
  std::map<OfficeId, Delivery> delivered;
  for (const auto& delivery : *deliveries) delivered[delivery.office] = delivery;

  const auto open = std::count_if(declared.begin(), declared.end(), [&](const storage::DeclaredOffice& row) {
    const auto found = delivered.find(row.office.id);
    const auto from = effective_delivery(
        **snapshot, found == delivered.end() ? std::nullopt : std::optional(found->second), services.limits, now);
    return !from || now < end_of_days_after(*from, round.objection_days);
  });
  add_blocker(table.blockers, static_cast<int>(open),
              {"objection_windows_open", 0, "دفتر هنوز در مهلت اعتراض است.",
               "offices are still within their objection window."});
  return {};
}

}  // namespace

bool Reconciliation::green() const {
  return blockers.empty() && total.difference() == 0 &&
         std::all_of(provinces.begin(), provinces.end(),
                     [](const auto& line) { return line.second.difference() == 0; });
}

Result<Reconciliation> reconcile(storage::Stores& stores, const Services& services, const Round& round, Instant now) {
  Reconciliation table;
  const auto kind = round.stage == RoundStage::review ? SnapshotKind::provisional : SnapshotKind::final_;
  if (auto counted = add_counts(stores, round, kind, table); !counted) return fail(std::move(counted.error()));
  auto declared = stores.reports().declared_offices(round.id);
  if (!declared) return fail(std::move(declared.error()));
  add_early_stage(round, declared->size(), table);
  if (round.stage == RoundStage::review)
    if (auto added = add_review_blockers(stores, round, now, table); !added) return fail(std::move(added.error()));
  if (auto added = add_pending_scores(stores, round, *declared, table); !added) return fail(std::move(added.error()));
  if (round.stage == RoundStage::objection)
    if (auto added = add_open_windows(stores, services, round, now, *declared, table); !added)
      return fail(std::move(added.error()));
  return table;
}

Result<Reconciliation> reconcile_round(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<Reconciliation> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    return reconcile(stores, services, *round, services.clock.now());
  });
}

}  // namespace mizan::workflow
