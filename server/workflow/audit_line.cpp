// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/audit_line.hpp"

#include <utility>

namespace mizan::workflow {

Outcome record(storage::Audit& audit, const Actor& actor, Instant now, std::string action, std::string subject,
               OfficeId office, nlohmann::json detail) {
  AuditEntry entry;
  entry.at = now;
  entry.actor = actor.account;
  entry.actor_role = to_text(actor.role);
  entry.actor_address = actor.address;
  entry.action = std::move(action);
  entry.subject = std::move(subject);
  entry.office = office;
  entry.detail = std::move(detail);
  return audit.append(entry);
}

}  // namespace mizan::workflow
