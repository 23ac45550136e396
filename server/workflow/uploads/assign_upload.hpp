// SPDX-License-Identifier: GPL-3.0-or-later
// Attaches an upload that has all its bytes to a place.
#pragma once

#include "workflow/evidence/evidence_place.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/services.hpp"

#include <string_view>

namespace mizan::workflow {

/// The draft's file name is the upload's own. Asking again for the same place answers the same document. Fails with
/// `access.not_found`, `upload.expired`, `upload.unfinished`, `upload.used` (it is attached elsewhere),
/// `upload.being_opened`, `upload.bundle`, and as attach_evidence does; a refusal leaves the upload as it is.
[[nodiscard]] Result<EvidenceView> assign_upload(const Services& services, const Actor& actor, std::string_view id,
                                                 EvidenceDraft draft);

}  // namespace mizan::workflow
