// SPDX-License-Identifier: GPL-3.0-or-later
// The job that asks the criterion what a section is worth now.
#pragma once

#include "workflow/processing/processing.hpp"

namespace mizan::workflow {

/// k_judge_section. Answers, readings, findings and experts' decisions go to the pinned criterion; its points are
/// appended as a score revision where they differ from the last one. Once ranks are published only rulings change
/// points: a judging that comes later is without effect.
[[nodiscard]] Outcome judge_section(const Processing& processing, const storage::Job& job);

}  // namespace mizan::workflow
