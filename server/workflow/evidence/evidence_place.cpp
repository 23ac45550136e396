// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/evidence_place.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/evidence/scan_gate.hpp"
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

struct OpenSection {
  DeclarationCase subject;
  const forms::Section* section;
};

/// That the actor may send documents for now.
Result<OpenSection> find_section(storage::Stores& stores, const Services& services, const Actor& actor,
                                 const EvidenceDraft& draft) {
  auto subject = find_own_declaration(stores, actor, draft.declaration);
  if (!subject) return fail(std::move(subject.error()));
  auto bundle = pinned_section(services, *subject, draft.section);
  if (!bundle) return fail(std::move(bundle.error()));
  if (auto open = check_stage(stores, services, *subject, draft.purpose); !open) return fail(std::move(open.error()));
  return OpenSection{std::move(*subject), &(*bundle)->section};
}

/// A second sending of what is there already and is, or will be, of use; or stays put aside.
std::optional<Evidence> same_document(const EvidencePlace& place, const ContentHash& content) {
  const auto found = std::find_if(place.there.begin(), place.there.end(), [&](const Evidence& evidence) {
    return evidence.content == content &&
           (evidence.status == EvidenceStatus::being_read || evidence.status == EvidenceStatus::read ||
            evidence.status == EvidenceStatus::limited || evidence.status == EvidenceStatus::quarantined);
  });
  return found == place.there.end() ? std::nullopt : std::optional(*found);
}

/// Scanned before it is read where the scanner answers at once; where it does not, reading need not wait (decision 63).
Outcome enqueue_processing(storage::Stores& stores, const Services& services, const Evidence& evidence,
                           const std::optional<ContentScan>& scan) {
  if (!scan && services.limits.scans.wanted())
    if (auto queued = enqueue_scan(stores.jobs(), evidence.content, evidence.id, evidence.uploaded_at); !queued)
      return queued;
  return enqueue_reading(stores.jobs(), evidence.id, evidence.uploaded_at);
}

}  // namespace

Result<EvidencePlace> find_evidence_place(storage::Stores& stores, const Services& services, const Actor& actor,
                                          const EvidenceDraft& draft) {
  auto found = find_section(stores, services, actor, draft);
  if (!found) return fail(std::move(found.error()));
  EvidencePlace place{std::move(found->subject), nullptr, {}};
  if (draft.purpose == EvidencePurpose::declaration) {
    place.slot = found->section->slot(draft.slot);
    if (place.slot == nullptr) return fail(Problem("evidence.unknown_slot").on_field(draft.slot));
  }
  auto documents = stores.evidence().list(draft.declaration, draft.section, actor.scope);
  if (!documents) return fail(std::move(documents.error()));
  for (auto& evidence : *documents)
    if (evidence.purpose == draft.purpose && evidence.slot == draft.slot) place.there.push_back(std::move(evidence));
  return place;
}

Outcome check_evidence_section(storage::Stores& stores, const Services& services, const Actor& actor,
                               const EvidenceDraft& draft) {
  auto found = find_section(stores, services, actor, draft);
  return found ? Outcome{} : fail(std::move(found.error()));
}

Outcome check_room(const EvidencePlace& place, const Limits& limits) {
  const int limit = place.slot == nullptr ? limits.objection_documents : place.slot->document_limit;
  if (static_cast<int>(place.there.size()) < limit) return {};
  Problem problem("evidence.slot_full");
  problem.params["limit"] = std::to_string(limit);
  if (place.slot != nullptr) problem.field = place.slot->id;
  return fail(std::move(problem));
}

bool takes(const forms::Slot& slot, DocumentFormat format) {
  const auto named = format == DocumentFormat::heic ? DocumentFormat::jpeg : format;
  return std::find(slot.accepts.begin(), slot.accepts.end(), to_text(named)) != slot.accepts.end();
}

Result<DocumentFormat> accepted_format(std::optional<DocumentFormat> found, const forms::Slot* slot) {
  if (!found) return fail("evidence.unsupported_type");
  if (*found == DocumentFormat::zip) return fail("upload.bundle");
  if (slot != nullptr && !takes(*slot, *found)) return fail(type_not_accepted(*slot));
  return *found;
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
  auto scan = stores.content_scans().find(document.content);
  if (!scan) return fail(std::move(scan.error()));
  const bool infected = *scan && (*scan)->verdict == ScanVerdict::infected;
  if (infected) mark_infected(evidence);
  auto id = stores.evidence().create(evidence);
  if (!id) return fail(std::move(id.error()));
  evidence.id = *id;
  if (!infected)
    if (auto queued = enqueue_processing(stores, services, evidence, *scan); !queued)
      return fail(std::move(queued.error()));
  if (auto recorded = record(stores.audit(), actor, evidence.uploaded_at, "evidence.attached",
                             "evidence/" + std::to_string(id->value), place.subject.office.id,
                             {{"section", evidence.section},
                              {"slot", evidence.slot},
                              {"content", evidence.content.hex},
                              {"purpose", to_text(evidence.purpose)}});
      !recorded)
    return fail(std::move(recorded.error()));
  if (infected)
    if (auto recorded =
            record_quarantine(stores.audit(), actor, evidence, place.subject.office.id, **scan, evidence.uploaded_at);
        !recorded)
      return fail(std::move(recorded.error()));
  return evidence;
}

}  // namespace mizan::workflow
