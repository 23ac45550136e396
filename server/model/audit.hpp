// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the append-only audit: who did what to which thing, when.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace mizan {

struct AuditEntry {
  AuditId id;
  Instant at;
  AccountId actor;  ///< 0 for the machine itself
  std::string actor_role;
  std::string actor_address;
  std::string action;                                ///< "evidence.attached", "finding.decided", "round.opened", …
  std::string subject;                               ///< "evidence/17"
  OfficeId office;                                   ///< 0 when it concerns none; scopes the reading of the audit
  nlohmann::json detail = nlohmann::json::object();  ///< no secrets, no document text
};

}  // namespace mizan
