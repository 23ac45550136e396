// SPDX-License-Identifier: GPL-3.0-or-later
// One worker: takes jobs and calls the use cases, with a reader and a judge of its own.
#pragma once

#include "app/application.hpp"
#include "base/process/sandbox.hpp"

#include <atomic>

namespace mizan::app {

/// Says in the log what guards the machine from the documents that will be read. Fails with `configuration.invalid`
/// when a protection that the configuration requires is not to be had: such a worker must not start.
[[nodiscard]] Outcome check_protections(const ReadingSettings& reading, const process::Protections& available);

/// Returns when `stop` is set, after the job in hand.
void run_worker(Application& application, const Configuration& configuration, const std::atomic<bool>& stop);

/// Works until nothing is due; returns how many jobs were taken. For tests and `mizan worker --once`.
[[nodiscard]] Result<int> drain_jobs(Application& application, const Configuration& configuration);

}  // namespace mizan::app
