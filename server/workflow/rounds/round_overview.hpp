// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds as CRA lists them: with how many offices they call and what is still open.
#pragma once

#include "model/round.hpp"
#include "workflow/services.hpp"

#include <vector>

namespace mizan::workflow {

struct RoundOverview {
  Round round;
  int offices = 0;  ///< called; of a draft: how many would be
  int submitted = 0;
  int open_findings = 0;
  int open_objections = 0;
};

/// Newest first. CRA and the operator; fails with `access.forbidden`.
[[nodiscard]] Result<std::vector<RoundOverview>> list_rounds(const Services& services, const Actor& actor);
/// Fails with `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<RoundOverview> view_round(const Services& services, const Actor& actor, RoundId round);

}  // namespace mizan::workflow
