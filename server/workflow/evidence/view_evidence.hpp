// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a person sees it: status, pages, warnings, what it proves.
#pragma once

#include "model/evidence.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/evidence/page_list.hpp"
#include "workflow/evidence/scan_gate.hpp"
#include "workflow/evidence/view_finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct EvidenceView {
  Evidence evidence;
  ScanState scan = ScanState::pending;
  std::optional<Problem> problem;  ///< of status unreadable, refused, limited, failed, quarantined
  std::vector<StoredPage> pages;   ///< empty until read, and for those who may not see it
  std::vector<ReadingWarning> warnings;
  std::vector<FindingView> findings;
};

/// Inside a transaction that found the evidence through the actor's scope.
[[nodiscard]] Result<EvidenceView> evidence_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                                 const DeclarationCase& subject, const Evidence& evidence);

/// By id. Removed documents are not found. Fails with `access.not_found`.
[[nodiscard]] Result<EvidenceView> view_evidence(const Services& services, const Actor& actor, EvidenceId id);

/// The upright image of one page, as the reader rendered it.
struct PageImageView {
  std::string media_type;
  std::string bytes;
  ContentHash content;
};
/// Fails with `access.not_found` for a page that the document does not have or that has no image, `evidence.infected`,
/// and `evidence.scan_pending` for everybody but the sender while it waits for the virus scanner.
[[nodiscard]] Result<PageImageView> view_page_image(const Services& services, const Actor& actor, EvidenceId id,
                                                    int page);

}  // namespace mizan::workflow
