// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objections/file_objection.hpp"

#include "base/persian/utf8.hpp"
#include "forms/normal_form.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/objection_window.hpp"
#include "workflow/receipt_number.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_reasons(const std::string& reasons, std::size_t limit) {
  if (forms::normal_text(reasons).empty()) return fail(Problem("objection.reasons_missing").on_field("reasons"));
  if (persian::decode(reasons).size() > limit)
    return fail(Problem("answers.too_long")
                    .on_field("reasons")
                    .with("label", "دلیل‌ها")
                    .with("label_en", "The reasons")
                    .with("maximum", std::to_string(limit)));
  return {};
}

Outcome check_evidence(storage::Stores& stores, const Actor& actor, const ObjectionDraft& draft) {
  for (const auto id : draft.evidence) {
    auto evidence = stores.evidence().find(id, actor.scope);
    if (!evidence) return fail(std::move(evidence.error()));
    const bool ours = *evidence && (*evidence)->declaration == draft.declaration &&
                      (*evidence)->section == draft.section && (*evidence)->purpose == EvidencePurpose::objection &&
                      (*evidence)->status != EvidenceStatus::removed;
    if (!ours) return fail(Problem("access.not_found").on_field("evidence_ids"));
  }
  return {};
}

/// Objections carry a leading mark, so that their receipts are never taken for a declaration's.
Result<std::string> free_receipt(storage::Stores& stores, const Round& round) {
  storage::ObjectionFilter filter;
  filter.round = round.id;
  auto objections = stores.objections().list(filter, Scope::everything());
  if (!objections) return fail(std::move(objections.error()));
  return new_receipt_number("E-" + round.period, [&](const std::string& number) -> Result<bool> {
    return std::any_of(objections->begin(), objections->end(),
                       [&](const Objection& objection) { return objection.receipt_number == number; });
  });
}

std::vector<EvidenceId> without_repeats(std::vector<EvidenceId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

Result<Objection> file_objection(const Services& services, const Actor& actor, const ObjectionDraft& draft) {
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Objection> {
    auto subject = find_own_declaration(stores, actor, draft.declaration);
    if (!subject) return fail(std::move(subject.error()));
    if (auto bundle = pinned_section(services, *subject, draft.section); !bundle)
      return fail(std::move(bundle.error()));
    auto window = objection_window(stores, services, *subject, now);
    if (!window) return fail(std::move(window.error()));
    if (auto open = check_window(*window, subject->round); !open) return fail(std::move(open.error()));
    if (auto checked = check_reasons(draft.reasons, services.limits.reasons_characters); !checked)
      return fail(std::move(checked.error()));
    if (auto checked = check_evidence(stores, actor, draft); !checked) return fail(std::move(checked.error()));
    auto number = free_receipt(stores, subject->round);
    if (!number) return fail(std::move(number.error()));

    Objection objection{
        {},      window->snapshot->id,  draft.declaration, draft.section, draft.reasons,
        *number, ObjectionState::filed, actor.account,     now,           without_repeats(draft.evidence)};
    auto id = stores.objections().create(objection);
    if (!id) return fail(std::move(id.error()));
    objection.id = *id;
    if (auto recorded = record(
            stores.audit(), actor, now, "objection.filed", "objection/" + std::to_string(id->value), subject->office.id,
            {{"section", draft.section}, {"receipt", *number}, {"documents", objection.evidence.size()}});
        !recorded)
      return fail(std::move(recorded.error()));
    return objection;
  });
}

}  // namespace mizan::workflow
