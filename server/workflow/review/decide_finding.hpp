// SPDX-License-Identifier: GPL-3.0-or-later
// An expert decides what does not agree, and may take it back for a moment.
#pragma once

#include "model/finding.hpp"
#include "workflow/evidence/view_finding.hpp"
#include "workflow/services.hpp"

#include <string>

namespace mizan::workflow {

struct DecisionDraft {
  DecisionKind kind = DecisionKind::document;
  std::string note;  ///< the question, for a clarification; else optional
  milliseconds took{0};
};

/// Stores the decision, moves the finding on and has the section judged again. Only an expert whose provinces cover the
/// office, only while the round is in review. Fails with `access.forbidden`, `access.not_found`, `round.wrong_stage`,
/// `finding.already_decided`, `finding.not_open`, `finding.note_missing`.
[[nodiscard]] Result<Decision> decide_finding(const Services& services, const Actor& actor, FindingId finding,
                                              const DecisionDraft& draft);

/// Takes back one's own last decision within `Limits::undo`; the finding stands in the queue again. Fails with
/// `access.*`, `finding.undo_expired`.
[[nodiscard]] Result<FindingView> undo_decision(const Services& services, const Actor& actor, FindingId finding);

}  // namespace mizan::workflow
