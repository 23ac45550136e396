// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/evidence_place.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/evidence/sniff_format.hpp"
#include "workflow/objection_window.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_stage(storage::Stores& stores, const Services& services, const DeclarationCase& subject,
                    EvidencePurpose purpose) {
  const auto now = services.clock.now();
  if (purpose == EvidencePurpose::declaration) return check_declaring(subject, now);
  auto window = objection_window(stores, services, subject, now);
  if (!window) return fail(std::move(window.error()));
  return check_window(*window, subject.round);
}

/// A second sending of what is there already and is, or will be, of use.
std::optional<Evidence> same_document(const EvidencePlace& place, const ContentHash& content) {
  const auto found = std::find_if(place.there.begin(), place.there.end(), [&](const Evidence& evidence) {
    return evidence.content == content &&
           (evidence.status == EvidenceStatus::being_read || evidence.status == EvidenceStatus::read ||
            evidence.status == EvidenceStatus::limited);
  });
  return found == place.there.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Result<EvidencePlace> find_evidence_place(storage::Stores& stores, const Services& services, const Actor& actor,
                                          const EvidenceDraft& draft) {
  auto subject = find_own_declaration(stores, actor, draft.declaration);
  if (!subject) return fail(std::move(subject.error()));
  auto bundle = pinned_section(services, *subject, draft.section);
  if (!bundle) return fail(std::move(bundle.error()));
  if (auto open = check_stage(stores, services, *subject, draft.purpose); !open) return fail(std::move(open.error()));
  EvidencePlace place{std::move(*subject), nullptr, {}};
  if (draft.purpose == EvidencePurpose::declaration) {
    place.slot = (*bundle)->section.slot(draft.slot);
    if (place.slot == nullptr) return fail(Problem("evidence.unknown_slot").on_field(draft.slot));
  }
  auto documents = stores.evidence().list(draft.declaration, draft.section, actor.scope);
  if (!documents) return fail(std::move(documents.error()));
  for (auto& evidence : *documents)
    if (evidence.purpose == draft.purpose && evidence.slot == draft.slot) place.there.push_back(std::move(evidence));
  return place;
}

Outcome check_room(const EvidencePlace& place, const Limits& limits) {
  const int limit = place.slot == nullptr ? limits.objection_documents : place.slot->document_limit;
  if (static_cast<int>(place.there.size()) < limit) return {};
  Problem problem("evidence.slot_full");
  problem.params["limit"] = std::to_string(limit);
  if (place.slot != nullptr) problem.field = place.slot->id;
  return fail(std::move(problem));
}

Result<std::string_view> accepted_format(std::span<const std::byte> untrusted_start, const forms::Slot* slot) {
  const auto format = sniff_format(untrusted_start);
  if (!format) return fail("evidence.unsupported_type");
  if (slot != nullptr && std::find(slot->accepts.begin(), slot->accepts.end(), *format) == slot->accepts.end())
    return fail(type_not_accepted(*slot));
  return *format;
}

Problem type_not_accepted(const forms::Slot& slot) {
  std::string accepted, accepted_en;
  for (const auto& name : slot.accepts) {
    accepted += (accepted.empty() ? "" : "، ") + name;
    accepted_en += (accepted_en.empty() ? "" : ", ") + name;
  }
  return Problem("evidence.type_not_accepted")
      .on_field(slot.id)
      .with("accepted", std::move(accepted))
      .with("accepted_en", std::move(accepted_en));
}

Result<Evidence> store_document(storage::Stores& stores, const Services& services, const Actor& actor,
                                const EvidencePlace& place, const EvidenceDraft& draft,
                                const StoredDocument& document) {
  if (auto same = same_document(place, document.content)) return *same;
  if (auto room = check_room(place, services.limits); !room) return fail(std::move(room.error()));
  Evidence evidence;
  evidence.declaration = draft.declaration;
  evidence.section = draft.section;
  evidence.slot = draft.slot;
  evidence.purpose = draft.purpose;
  evidence.content = document.content;
  evidence.bytes = document.bytes;
  evidence.file_name = draft.untrusted_file_name;
  evidence.media_type = media_type_of(document.format);
  evidence.uploaded_by = actor.account;
  evidence.uploaded_at = services.clock.now();
  auto id = stores.evidence().create(evidence);
  if (!id) return fail(std::move(id.error()));
  evidence.id = *id;
  if (auto queued = enqueue_reading(stores.jobs(), *id, evidence.uploaded_at); !queued)
    return fail(std::move(queued.error()));
  if (auto recorded = record(stores.audit(), actor, evidence.uploaded_at, "evidence.attached",
                             "evidence/" + std::to_string(id->value), place.subject.office.id,
                             {{"section", evidence.section},
                              {"slot", evidence.slot},
                              {"content", evidence.content.hex},
                              {"purpose", to_text(evidence.purpose)}});
      !recorded)
    return fail(std::move(recorded.error()));
  return evidence;
}

}  // namespace mizan::workflow
