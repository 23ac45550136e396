// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/remove_evidence.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/objection_window.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_not_filed(storage::Stores& stores, const Actor& actor, const Evidence& evidence) {
  storage::ObjectionFilter filter;
  filter.declaration = evidence.declaration;
  auto objections = stores.objections().list(filter, actor.scope);
  if (!objections) return fail(std::move(objections.error()));
  const bool filed = std::any_of(objections->begin(), objections->end(), [&](const Objection& objection) {
    return std::find(objection.evidence.begin(), objection.evidence.end(), evidence.id) != objection.evidence.end();
  });
  if (filed) return fail("objection.exists");
  return {};
}

Outcome check_removable(storage::Stores& stores, const Services& services, const Actor& actor,
                        const DeclarationCase& subject, const Evidence& evidence, Instant now) {
  if (evidence.purpose == EvidencePurpose::declaration) return check_declaring(subject, now);
  auto window = objection_window(stores, services, subject, now);
  if (!window) return fail(std::move(window.error()));
  if (auto open = check_window(*window, subject.round); !open) return open;
  return check_not_filed(stores, actor, evidence);
}

Outcome remove(storage::Stores& stores, const Evidence& found, Instant now) {
  Evidence evidence = found;
  evidence.status = EvidenceStatus::removed;
  if (auto updated = stores.evidence().update(evidence); !updated) return updated;
  if (auto replaced = stores.findings().replace(evidence.id, {}); !replaced) return fail(std::move(replaced.error()));
  if (evidence.purpose == EvidencePurpose::objection) return {};
  return enqueue_judging(stores.jobs(), evidence.declaration, evidence.section, "evidence", now);
}

}  // namespace

Outcome remove_evidence(const Services& services, const Actor& actor, EvidenceId id) {
  if (actor.role != Role::office) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    auto evidence = stores.evidence().find(id, actor.scope);
    if (!evidence) return fail(std::move(evidence.error()));
    if (!*evidence) return fail("access.not_found");
    if ((*evidence)->status == EvidenceStatus::removed) return {};
    auto subject = find_own_declaration(stores, actor, (*evidence)->declaration);
    if (!subject) return fail(std::move(subject.error()));
    if (auto allowed = check_removable(stores, services, actor, *subject, **evidence, now); !allowed) return allowed;
    if (auto removed = remove(stores, **evidence, now); !removed) return removed;
    return record(stores.audit(), actor, now, "evidence.removed", "evidence/" + std::to_string(id.value),
                  subject->office.id, {{"section", (*evidence)->section}, {"slot", (*evidence)->slot}});
  });
}

}  // namespace mizan::workflow
