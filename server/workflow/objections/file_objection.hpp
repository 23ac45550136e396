// SPDX-License-Identifier: GPL-3.0-or-later
// An office objects, in writing, to the points of one section.
#pragma once

#include "model/objection.hpp"
#include "workflow/services.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct ObjectionDraft {
  DeclarationId declaration;
  std::string section;
  std::string reasons;
  std::vector<EvidenceId> evidence;  ///< uploaded for an objection to this section
};

/// Within the window that runs from the delivery to this office; once per section. Fails with `access.*` (also for
/// documents that are not this office's), `objection.not_delivered`, `objection.too_late`, `objection.exists`,
/// `objection.reasons_missing`, `answers.too_long`.
[[nodiscard]] Result<Objection> file_objection(const Services& services, const Actor& actor,
                                               const ObjectionDraft& draft);

}  // namespace mizan::workflow
