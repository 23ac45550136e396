// SPDX-License-Identifier: GPL-3.0-or-later
// The declaration window ends: the silence policy applies, the experts' stage begins.
#pragma once

#include "model/round.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

/// Declaration → review, in one transaction. An unfinished declaration is carried over from the office's last round
/// that counted, where the policy says so and there is one; else it is silent, and the policy decides its rank. CRA and
/// the operator may close before the window has ended; the audit then says so. Fails with `access.forbidden`,
/// `access.not_found`, `round.wrong_stage`.
[[nodiscard]] Result<Round> close_declarations(const Services& services, const Actor& actor, RoundId round);

}  // namespace mizan::workflow
