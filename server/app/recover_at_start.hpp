// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after what an earlier server left, before this one's workers start.
#pragma once

#include "app/configuration.hpp"
#include "workflow/services.hpp"

namespace mizan::app {

/// Recovers and counts (workflow/oversight/recovery.hpp), and has a worker sweep the evidence store. What goes wrong is
/// a warning in the log: the server starts all the same, and housekeeping sweeps again.
void recover_at_start(const workflow::Services& services, const Configuration& configuration);

}  // namespace mizan::app
