// SPDX-License-Identifier: GPL-3.0-or-later
// The office's words about a finding, for the expert who will decide it.
#pragma once

#include "workflow/evidence/view_finding.hpp"
#include "workflow/services.hpp"

#include <string>

namespace mizan::workflow {

/// Stores the explanation in place of an earlier one (the audit keeps both). An answer to a request for clarification
/// puts the finding back into the queue. Fails with `access.*`, `finding.note_missing`, `answers.too_long`,
/// `finding.not_open` (nobody waits for it), `round.wrong_stage` after the experts' stage.
[[nodiscard]] Result<FindingView> explain_finding(const Services& services, const Actor& actor, FindingId id,
                                                  const std::string& text);

}  // namespace mizan::workflow
