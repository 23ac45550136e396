// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one line of the audit in the words of its actor.
#pragma once

#include "model/account.hpp"
#include "model/audit.hpp"
#include "storage/api/audit.hpp"

#include <string>

namespace mizan::workflow {

/// In the transaction of the action it tells of. `subject` is "<kind>/<id>"; `detail` holds no secret and no document
/// text.
[[nodiscard]] Outcome record(storage::Audit& audit, const Actor& actor, Instant now, std::string action,
                             std::string subject, OfficeId office = {},
                             nlohmann::json detail = nlohmann::json::object());

}  // namespace mizan::workflow
