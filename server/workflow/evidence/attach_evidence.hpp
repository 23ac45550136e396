// SPDX-License-Identifier: GPL-3.0-or-later
// Takes in a document: bytes into the evidence store, then its row, audit line and job in one transaction.
#pragma once

#include "workflow/evidence/evidence_place.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/services.hpp"

#include <cstddef>
#include <functional>
#include <span>

namespace mizan::workflow {

/// Hands every piece of the upload to the sink, in order; fails with what the sink fails with.
using ByteSource = std::function<Outcome(const std::function<Outcome(std::span<const std::byte>)>&)>;

/// Once it returns, the bytes are on disk under their hash and a job to read them is waiting. A wrong place or time is
/// refused before the bytes are taken, and once more with the row. Sending the same bytes again to the same place
/// answers the document that is there, so that a lost answer costs nothing. Fails with `access.*`, `declaration.*`,
/// `objection.not_delivered`, `objection.too_late`, `evidence.unknown_slot`, `.slot_full`, `.empty`, `.too_large`,
/// `.unsupported_type`, `.type_not_accepted`, `.storage_full`, and `upload.bundle` for a ZIP: its files are sent one by
/// one, or the ZIP as an upload over several requests, which opens it.
[[nodiscard]] Result<EvidenceView> attach_evidence(const Services& services, const Actor& actor,
                                                   const EvidenceDraft& draft, const ByteSource& untrusted_bytes);

}  // namespace mizan::workflow
