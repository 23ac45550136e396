// SPDX-License-Identifier: GPL-3.0-or-later
// Demonstration data only: a clock offset stands in for the days of a round.
#pragma once

#include "workflow/services.hpp"

#include <chrono>

namespace mizan::workflow {

struct ClockView {
  std::chrono::seconds offset{0};
  Instant now;
};

/// Sets the offset for every process of the installation: stored, and taken up by this one at once (others look at the
/// setting). CRA and the operator. Fails with `access.forbidden`, and with `round.clock_refused` unless the
/// setting `demonstration` says yes, or when the offset is beyond ten years.
[[nodiscard]] Result<ClockView> move_clock(const Services& services, const Actor& actor, std::chrono::seconds offset);

}  // namespace mizan::workflow
