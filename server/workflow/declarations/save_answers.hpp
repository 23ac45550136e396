// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a section's answers as the office types them.
#pragma once

#include "model/declaration.hpp"
#include "workflow/services.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct SavedAnswers {
  int revision = 0;
  Instant saved_at;
  std::vector<Problem> problems;  ///< of the draft check: what is wrong; what is missing is no fault yet
};

/// Wrong answers are saved too, and named. What changed has its documents verified again and the section judged again;
/// answers that equal the stored ones make no revision. `draft.revision` is the one that was edited. Fails with
/// `access.*`, `declaration.*`, `answers.stale`, `answers.locked`, `answers.unknown_field`, `request.too_large`.
[[nodiscard]] Result<SavedAnswers> save_answers(const Services& services, const Actor& actor,
                                                const SectionAnswers& draft);

}  // namespace mizan::workflow
