// SPDX-License-Identifier: GPL-3.0-or-later
// What a server finds at its start of the work that an earlier one left, and what it makes of it.
#pragma once

#include "storage/api/survey.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/recover_uploads.hpp"

#include <optional>

namespace mizan::workflow {

struct Recovery {
  Instant at;  ///< by the machine's clock
  UploadRecovery uploads;
  int interrupted_jobs = 0;  ///< were in a worker's hands; taken up again when their leases run out
};

/// Recovers uploads, counts interrupted jobs, and writes down what it did for `mizan doctor`. Call it before workers
/// start, or their jobs count as interrupted.
[[nodiscard]] Result<Recovery> recover(const Services& services, storage::Survey& survey);

/// What the last start did; nothing before the first.
[[nodiscard]] Result<std::optional<Recovery>> last_recovery(storage::Database& database);

}  // namespace mizan::workflow
