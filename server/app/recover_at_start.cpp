// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recover_at_start.hpp"

#include "base/log.hpp"
#include "storage/records/open_survey.hpp"
#include "workflow/oversight/recovery.hpp"
#include "workflow/oversight/sweep_store.hpp"

#include <string>

namespace mizan::app {

void recover_at_start(const workflow::Services& services, const Configuration& configuration) {
  auto survey = storage::open_survey(configuration.database);
  if (!survey) return log(LogLevel::warning, "recovery.failed", survey.error());
  const auto done = workflow::recover(services, **survey);
  if (!done) return log(LogLevel::warning, "recovery.failed", done.error());
  log(LogLevel::information, "recovery.done",
      {{"uploads_going_on", std::to_string(done->uploads.going_on)},
       {"uploads_bytes_lost", std::to_string(done->uploads.bytes_lost)},
       {"uploads_expired", std::to_string(done->uploads.expired)},
       {"uploads_orphaned", std::to_string(done->uploads.orphaned)},
       {"interrupted_jobs", std::to_string(done->interrupted_jobs)}});
  if (auto queued = workflow::enqueue_sweep(services); !queued)
    log(LogLevel::warning, "recovery.failed", queued.error());
}

}  // namespace mizan::app
