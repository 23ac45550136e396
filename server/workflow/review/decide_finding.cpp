// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/review/decide_finding.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/evidence/scan_gate.hpp"
#include "workflow/rounds/rounds.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::workflow {
namespace {

/// A finding in the actor's scope with its declaration and round.
struct Case {
  Finding finding;
  Declaration declaration;
  Round round;
};

Result<Case> find_case(storage::Stores& stores, const Actor& actor, FindingId id) {
  if (actor.role != Role::expert) return fail("access.forbidden");
  auto finding = stores.findings().find(id, actor.scope);
  if (!finding) return fail(std::move(finding.error()));
  if (!*finding) return fail("access.not_found");
  auto declaration = stores.declarations().find((*finding)->declaration, actor.scope);
  if (!declaration) return fail(std::move(declaration.error()));
  if (!*declaration) return fail("access.not_found");
  auto round = stores.rounds().find((*declaration)->round);
  if (!round) return fail(std::move(round.error()));
  if (!*round) return fail("access.not_found");
  if ((*round)->stage != RoundStage::review) return fail(wrong_stage(**round));
  return Case{std::move(**finding), std::move(**declaration), std::move(**round)};
}

Outcome check_decidable(const Finding& finding, const DecisionDraft& draft, const Limits& limits) {
  if (finding.state == FindingState::decided) return fail("finding.already_decided");
  if (finding.state != FindingState::open) return fail("finding.not_open");
  if (draft.kind == DecisionKind::clarification && draft.note.empty())
    return fail(Problem("finding.note_missing").on_field("note"));
  if (draft.note.size() > limits.note_characters * 4)
    return fail(Problem("answers.too_long")
                    .on_field("note")
                    .with("label", "توضیح")
                    .with("label_en", "the note")
                    .with("maximum", std::to_string(limits.note_characters)));
  return {};
}

/// Nobody decides about a document that they may not see.
Outcome check_seen(storage::Stores& stores, const Services& services, const Actor& actor, const Finding& finding) {
  auto evidence = stores.evidence().find(finding.evidence, actor.scope);
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence) return fail("access.not_found");
  auto scan = document_scan(stores, services.limits.scans, **evidence);
  if (!scan) return fail(std::move(scan.error()));
  return check_shown(actor, **evidence, *scan);
}

/// Stores the finding's new state, has its section judged and writes the audit.
Outcome move_on(storage::Stores& stores, const Actor& actor, const Case& subject, Instant now, const char* action,
                nlohmann::json detail) {
  if (auto updated = stores.findings().update(subject.finding); !updated) return updated;
  if (auto queued =
          enqueue_judging(stores.jobs(), subject.finding.declaration, subject.finding.section, "decision", now);
      !queued)
    return queued;
  return record(stores.audit(), actor, now, action, "finding/" + std::to_string(subject.finding.id.value),
                subject.declaration.office, std::move(detail));
}

}  // namespace

Result<Decision> decide_finding(const Services& services, const Actor& actor, FindingId id,
                                const DecisionDraft& draft) {
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Decision> {
    auto subject = find_case(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    if (auto checked = check_decidable(subject->finding, draft, services.limits); !checked)
      return fail(std::move(checked.error()));
    if (auto seen = check_seen(stores, services, actor, subject->finding); !seen) return fail(std::move(seen.error()));

    Decision decision;
    decision.finding = id;
    decision.expert = actor.account;
    decision.kind = draft.kind;
    decision.note = draft.note;
    decision.at = now;
    decision.took = draft.took;
    auto stored = stores.findings().add_decision(decision);
    if (!stored) return fail(std::move(stored.error()));
    decision.id = *stored;

    subject->finding.state =
        draft.kind == DecisionKind::clarification ? FindingState::clarifying : FindingState::decided;
    if (auto moved = move_on(stores, actor, *subject, now, "finding.decided", {{"decision", to_text(draft.kind)}});
        !moved)
      return fail(std::move(moved.error()));
    return decision;
  });
}

Result<FindingView> undo_decision(const Services& services, const Actor& actor, FindingId id) {
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<FindingView> {
    auto subject = find_case(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    auto decisions = stores.findings().decisions_of(id);
    if (!decisions) return fail(std::move(decisions.error()));
    const auto last = std::find_if(decisions->rbegin(), decisions->rend(),
                                   [](const Decision& decision) { return !decision.undone_at.has_value(); });
    if (last == decisions->rend() || last->expert != actor.account || now - last->at > services.limits.undo)
      return fail("finding.undo_expired");
    if (subject->finding.state == FindingState::superseded) return fail("finding.not_open");
    if (auto undone = stores.findings().undo_decision(last->id, now); !undone) return fail(std::move(undone.error()));
    subject->finding.state = FindingState::open;
    if (auto moved =
            move_on(stores, actor, *subject, now, "finding.decision_undone", {{"decision", to_text(last->kind)}});
        !moved)
      return fail(std::move(moved.error()));
    return finding_view(stores, services, actor, subject->finding);
  });
}

}  // namespace mizan::workflow
