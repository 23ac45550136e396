// SPDX-License-Identifier: GPL-3.0-or-later
// Where a document goes, and its row, audit line and job there: shared by every way that documents come in.
#pragma once

#include "forms/section.hpp"
#include "model/document_format.hpp"
#include "model/evidence.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/services.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct EvidenceDraft {
  DeclarationId declaration;
  std::string section;
  std::string slot;  ///< empty for an objection's evidence
  EvidencePurpose purpose = EvidencePurpose::declaration;
  std::string untrusted_file_name;
};

/// Found for an actor who may put a document there now.
struct EvidencePlace {
  DeclarationCase subject;
  const forms::Slot* slot = nullptr;  ///< null for an objection
  std::vector<Evidence> there;        ///< what the place holds
};

/// Bytes that lie in the evidence store.
struct StoredDocument {
  ContentHash content;
  std::uint64_t bytes = 0;
  DocumentFormat format = DocumentFormat::pdf;
};

/// Fails with `access.*`, `declaration.*`, `objection.not_delivered`, `objection.too_late`, `evidence.unknown_slot`.
[[nodiscard]] Result<EvidencePlace> find_evidence_place(storage::Stores& stores, const Services& services,
                                                        const Actor& actor, const EvidenceDraft& draft);

/// The same without a slot: whether the actor may send documents for this section now, to give them places later.
[[nodiscard]] Outcome check_evidence_section(storage::Stores& stores, const Services& services, const Actor& actor,
                                             const EvidenceDraft& draft);

/// Fails with `evidence.slot_full`.
[[nodiscard]] Outcome check_room(const EvidencePlace& place, const Limits& limits);

/// A slot that takes photographs as JPEG takes them as HEIC, which is what some phones make of them.
[[nodiscard]] bool takes(const forms::Slot& slot, DocumentFormat format);

/// The format of a document, told by its first bytes. Fails with `evidence.unsupported_type` when there is none,
/// `evidence.type_not_accepted` where the slot wants another, `upload.bundle`; a null slot takes every format we read.
[[nodiscard]] Result<DocumentFormat> accepted_format(std::optional<DocumentFormat> found, const forms::Slot* slot);
[[nodiscard]] Problem type_not_accepted(const forms::Slot& slot);

/// `evidence.too_large` with the limit in words.
[[nodiscard]] Problem document_too_large(std::uint64_t limit);

/// The row, its audit line and the jobs to scan and read it, or the document with these bytes that is there already.
/// Bytes that are known to be infected become a quarantined document. Inside a write transaction that found the place.
[[nodiscard]] Result<Evidence> store_document(storage::Stores& stores, const Services& services, const Actor& actor,
                                              const EvidencePlace& place, const EvidenceDraft& draft,
                                              const StoredDocument& document);

}  // namespace mizan::workflow
