// SPDX-License-Identifier: GPL-3.0-or-later
// Objections as their readers see them: the list, and one case with the disputed section and the new evidence.
#pragma once

#include "forms/label.hpp"
#include "storage/api/reports.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/objections/view_objection.hpp"

#include <optional>
#include <vector>

namespace mizan::workflow {

/// Oldest first, in the actor's scope; the score holds points and maximum only. For experts and CRA; fails with
/// `access.forbidden` for others.
[[nodiscard]] Result<std::vector<ObjectionView>> list_objections(const Services& services, const Actor& actor,
                                                                 std::optional<ObjectionState> state);

struct ObjectionCase {
  ObjectionView objection;                 ///< its score with the reasons as published
  const forms::Bundle* section = nullptr;  ///< the criterion that the round pinned
  SectionAnswers answers;
  std::vector<EvidenceView> evidence;      ///< of the section, as declared
  std::vector<EvidenceView> new_evidence;  ///< of the objection
};

/// Fails with `access.forbidden`, `access.not_found`, `plugin.not_found`.
[[nodiscard]] Result<ObjectionCase> view_objection_case(const Services& services, const Actor& actor,
                                                        ObjectionId objection);

}  // namespace mizan::workflow
