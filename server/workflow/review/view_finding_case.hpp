// SPDX-License-Identifier: GPL-3.0-or-later
// Everything an expert needs to decide one finding.
#pragma once

#include "workflow/evidence/view_evidence.hpp"
#include "workflow/evidence/view_finding.hpp"

#include <vector>

namespace mizan::workflow {

struct FindingCase {
  FindingView finding;
  Office office;
  forms::Label section_title;
  EvidenceView evidence;
  std::vector<FindingView> page_findings;  ///< of the same page of the document, itself included
  std::vector<DecisionView> decisions;     ///< newest first, undone ones included
  bool deciding_allowed =
      false;  ///< an expert, in the round's review, on a declaration that counts and a document that is shown
  forms::Label reviewer;  ///< the definition's hint for whoever compares this field; empty when none
};

/// For experts in their provinces and CRA. Fails with `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<FindingCase> view_finding_case(const Services& services, const Actor& actor, FindingId finding);

}  // namespace mizan::workflow
