// SPDX-License-Identifier: GPL-3.0-or-later
// Real time, whatever the demonstration clock shows: sessions and lockouts must not end because a round was moved on.
#pragma once

#include "base/clock.hpp"

namespace mizan::workflow {

[[nodiscard]] inline Instant real_now(const SystemClock& clock) {
  return clock.now() - clock.offset();
}

}  // namespace mizan::workflow
