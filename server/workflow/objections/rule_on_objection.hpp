// SPDX-License-Identifier: GPL-3.0-or-later
// The two readings of an objection: the region's expert first, then somebody else, whose word decides.
#pragma once

#include "model/objection.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>

namespace mizan::workflow {

struct RulingDraft {
  RulingOutcome outcome = RulingOutcome::rejected;
  std::optional<Points> points;  ///< the section's points if upheld
  std::string reasons;
};

/// Stores the next reading. The first is an expert's whose provinces cover the office, the second CRA's or another
/// expert's; upheld with points, the second appends a score revision. Fails with `access.*`, `objection.same_reader`,
/// `objection.decided`, `objection.reasons_missing`, `answers.required` when upheld without points, and
/// `answers.out_of_range` for points beyond the section's maximum.
[[nodiscard]] Result<Ruling> rule_on_objection(const Services& services, const Actor& actor, ObjectionId objection,
                                               const RulingDraft& draft);

/// Whether this actor may give the next reading, for the page to offer it.
[[nodiscard]] bool may_rule(const Actor& actor, const Objection& objection, const std::vector<Ruling>& rulings);

}  // namespace mizan::workflow
