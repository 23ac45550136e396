// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objection_window.hpp"

#include "workflow/deadlines.hpp"

#include <string>
#include <utility>

namespace mizan::workflow {

Result<ObjectionWindow> objection_window(storage::Stores& stores, const Services& services,
                                         const DeclarationCase& subject, Instant now) {
  ObjectionWindow window;
  if (subject.round.stage < RoundStage::objection) return window;
  auto snapshot = stores.snapshots().latest(subject.round.id, SnapshotKind::provisional);
  if (!snapshot) return fail(std::move(snapshot.error()));
  window.snapshot = std::move(*snapshot);
  if (!window.snapshot) return window;
  auto delivery = stores.snapshots().delivery(window.snapshot->id, subject.office.id);
  if (!delivery) return fail(std::move(delivery.error()));
  window.delivered_at = effective_delivery(*window.snapshot, *delivery, services.limits, now);
  if (!window.delivered_at) return window;
  window.deadline = end_of_days_after(*window.delivered_at, subject.round.objection_days);
  window.open = subject.round.stage == RoundStage::objection && now < *window.deadline;
  return window;
}

Outcome check_window(const ObjectionWindow& window, const Round& round) {
  if (window.open) return {};
  if (!window.delivered_at) return fail("objection.not_delivered");
  return fail(Problem("objection.too_late").with("days", std::to_string(round.objection_days)));
}

}  // namespace mizan::workflow
