// SPDX-License-Identifier: GPL-3.0-or-later
// One worker: takes jobs and calls the use cases, with a reader and a judge of its own.
#pragma once

#include "app/application.hpp"

#include <atomic>

namespace mizan::app {

/// Returns when `stop` is set, after the job in hand.
void run_worker(Application& application, const Configuration& configuration, const std::atomic<bool>& stop);

/// Works until nothing is due; returns how many jobs were taken. For tests and `mizan worker --once`.
[[nodiscard]] Result<int> drain_jobs(Application& application, const Configuration& configuration);

}  // namespace mizan::app
