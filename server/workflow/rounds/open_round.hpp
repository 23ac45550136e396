// SPDX-License-Identifier: GPL-3.0-or-later
// CRA opens a round: rules and criteria are pinned, every licensed office of its kinds is called.
#pragma once

#include "model/round.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

/// Draft → declaration, in one transaction: pins the rule set's text and the newest version of every criterion of the
/// forms, sets the windows, makes one declaration per office. CRA and the operator. Fails with `access.forbidden`,
/// `access.not_found`, `round.wrong_stage`, and `round.invalid` when a rule set or criterion is no longer installed or
/// another round takes declarations of the same kinds.
[[nodiscard]] Result<Round> open_round(const Services& services, const Actor& actor, RoundId round);

}  // namespace mizan::workflow
