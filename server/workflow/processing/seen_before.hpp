// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a document, or a page of it, was sent before: by another office, or by this one in an earlier round.
#pragma once

#include "model/finding.hpp"
#include "model/reading.hpp"
#include "workflow/processing/document_claims.hpp"

#include <optional>
#include <vector>

namespace mizan::workflow {

struct SeenBefore {
  std::optional<Finding> finding;  ///< about the earlier document that says most
  std::vector<EvidenceId> later;   ///< alike documents of others that were sent after this one, and read before it
};

/// Keeps how the pages of these bytes look; without the reading's row, since it says something of the bytes alone.
[[nodiscard]] Outcome save_prints(storage::Stores& stores, const ContentHash& content, const Reading& reading);

/// Among documents sent before this one and neither removed nor refused nor quarantined, by their bytes and by their
/// pages. `reading` may be null: then by bytes alone.
///
/// Another office's, of any round: an open finding, unless so many offices have sent an alike page that it is printed
/// matter (FraudRules::form_offices). The same office's of an earlier round: open where the slot asks for fresh
/// documents, and only where nothing of the page differs; else told beside the document. The same round: nothing.
/// An objection's document is never open: people read it anyway.
[[nodiscard]] Result<SeenBefore> seen_before(storage::Stores& stores, const Services& services,
                                             const DocumentCase& document, const Reading* reading);

}  // namespace mizan::workflow
