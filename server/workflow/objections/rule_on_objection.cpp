// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objections/rule_on_objection.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/evidence/scan_gate.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_reader(const Actor& actor, const Objection& objection, const std::vector<Ruling>& rulings) {
  if (objection.state == ObjectionState::decided) return fail("objection.decided");
  if (actor.role != Role::expert && actor.role != Role::cra) return fail("access.forbidden");
  if (rulings.empty() && actor.role != Role::expert) return fail("access.forbidden");
  const bool read_before =
      std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) { return ruling.reader == actor.account; });
  if (read_before) return fail("objection.same_reader");
  return {};
}

Outcome check_draft(const RulingDraft& draft, const Limits& limits) {
  if (draft.reasons.empty()) return fail(Problem("objection.reasons_missing").on_field("reasons"));
  if (draft.reasons.size() > limits.reasons_characters * 4)
    return fail(Problem("answers.too_long")
                    .on_field("reasons")
                    .with("label", "دلیل‌ها")
                    .with("label_en", "the reasons")
                    .with("maximum", std::to_string(limits.reasons_characters)));
  if (draft.outcome == RulingOutcome::upheld && !draft.points)
    return fail(Problem("answers.required").on_field("points").with("label", "امتیاز").with("label_en", "the points"));
  return {};
}

Result<ScoreRevision> score_of(storage::Stores& stores, const Objection& objection) {
  auto scores = stores.scores().latest(objection.declaration);
  if (!scores) return fail(std::move(scores.error()));
  const auto found = std::find_if(scores->begin(), scores->end(),
                                  [&](const ScoreRevision& revision) { return revision.section == objection.section; });
  if (found == scores->end()) return fail("access.not_found", "the disputed section was never scored");
  return *found;
}

Outcome check_points(storage::Stores& stores, const Objection& objection, const RulingDraft& draft) {
  if (draft.outcome != RulingOutcome::upheld || !draft.points) return {};
  auto revision = score_of(stores, objection);
  if (!revision) return fail(std::move(revision.error()));
  const auto maximum = revision->score.maximum;
  if (*draft.points >= Points{} && *draft.points <= maximum) return {};
  return fail(Problem("answers.out_of_range")
                  .on_field("points")
                  .with("label", "امتیاز")
                  .with("label_en", "the points")
                  .with("minimum", "0")
                  .with("maximum", std::to_string(maximum.thousandths / 1000)));
}

/// The old reasons stay; one more says what the ruling changed, so that points remain the sum of their reasons.
Outcome apply_ruling(storage::Stores& stores, const Objection& objection, Points points, Instant now) {
  auto revision = score_of(stores, objection);
  if (!revision) return fail(std::move(revision.error()));
  const Points change = points - revision->score.points;
  revision->score.reasons.push_back({"ruling", change, Points{},
                                     "رأی رسیدگی به اعتراض شمارهٔ " + objection.receipt_number,
                                     "Ruling on objection " + objection.receipt_number});
  revision->score.points = points;
  revision->cause = "ruling";
  revision->at = now;
  auto appended = stores.scores().append(*revision);
  if (!appended) return fail(std::move(appended.error()));
  return {};
}

/// Nobody rules before they could see what the office sent with its objection. What was found infected is shown to
/// nobody and keeps nobody from ruling.
Outcome check_documents_shown(storage::Stores& stores, const Services& services, const Actor& actor,
                              const Objection& objection) {
  auto documents = stores.evidence().list(objection.declaration, objection.section, actor.scope);
  if (!documents) return fail(std::move(documents.error()));
  for (const auto& document : *documents) {
    if (document.purpose != EvidencePurpose::objection) continue;
    auto scan = document_scan(stores, services.limits.scans, document);
    if (!scan) return fail(std::move(scan.error()));
    if (scan->state == ScanState::pending) return fail("evidence.scan_pending");
  }
  return {};
}

Result<OfficeId> office_of(storage::Stores& stores, const Actor& actor, const Objection& objection) {
  auto declaration = stores.declarations().find(objection.declaration, actor.scope);
  if (!declaration) return fail(std::move(declaration.error()));
  if (!*declaration) return fail("access.not_found");
  return (*declaration)->office;
}

}  // namespace

bool may_rule(const Actor& actor, const Objection& objection, const std::vector<Ruling>& rulings) {
  return check_reader(actor, objection, rulings).has_value();
}

Result<Ruling> rule_on_objection(const Services& services, const Actor& actor, ObjectionId id,
                                 const RulingDraft& draft) {
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Ruling> {
    auto objection = stores.objections().find(id, actor.scope);
    if (!objection) return fail(std::move(objection.error()));
    if (!*objection) return fail("access.not_found");
    auto rulings = stores.objections().rulings(id);
    if (!rulings) return fail(std::move(rulings.error()));
    if (auto checked = check_reader(actor, **objection, *rulings); !checked) return fail(std::move(checked.error()));
    if (auto checked = check_draft(draft, services.limits); !checked) return fail(std::move(checked.error()));
    if (auto checked = check_points(stores, **objection, draft); !checked) return fail(std::move(checked.error()));
    if (auto shown = check_documents_shown(stores, services, actor, **objection); !shown)
      return fail(std::move(shown.error()));
    auto office = office_of(stores, actor, **objection);
    if (!office) return fail(std::move(office.error()));

    const bool second = !rulings->empty();
    Ruling ruling{id, second ? 2 : 1, actor.account, draft.outcome, draft.points, draft.reasons, now};
    if (auto added = stores.objections().add_ruling(ruling); !added) return fail(std::move(added.error()));
    if (auto moved = stores.objections().set_state(id, second ? ObjectionState::decided : ObjectionState::first_read);
        !moved)
      return fail(std::move(moved.error()));
    if (second && draft.outcome == RulingOutcome::upheld)
      if (auto applied = apply_ruling(stores, **objection, *draft.points, now); !applied)
        return fail(std::move(applied.error()));
    if (auto recorded = record(stores.audit(), actor, now, "objection.ruled", "objection/" + std::to_string(id.value),
                               *office, {{"reading", ruling.reading}, {"outcome", to_text(draft.outcome)}});
        !recorded)
      return fail(std::move(recorded.error()));
    return ruling;
  });
}

}  // namespace mizan::workflow
