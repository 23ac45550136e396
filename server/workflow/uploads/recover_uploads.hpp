// SPDX-License-Identifier: GPL-3.0-or-later
// What the start of a server makes of the uploads that an earlier one left.
#pragma once

#include "storage/api/survey.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

struct UploadRecovery {
  int going_on = 0;    ///< unfinished ones whose bytes are there: their senders go on
  int bytes_lost = 0;  ///< unfinished ones without a staged file: their rows went, so that they count for nobody
  int expired = 0;     ///< their time was over: rows and bytes went
  int orphaned = 0;    ///< staged files without a row, old enough: they went
};

/// Fails as the stores do; what was done until then stays done, and the next call does the rest.
[[nodiscard]] Result<UploadRecovery> recover_uploads(const Services& services, storage::Survey& survey);

}  // namespace mizan::workflow
