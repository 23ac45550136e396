// SPDX-License-Identifier: GPL-3.0-or-later
// The audit in sentences, with the names of those who acted.
#pragma once

#include "forms/label.hpp"
#include "model/audit.hpp"
#include "storage/api/audit.hpp"
#include "storage/api/database.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct AuditLine {
  AuditEntry entry;
  std::string actor_name;  ///< «سامانه» for the machine itself
  forms::Label text;
};

struct AuditPage {
  std::vector<AuditLine> lines;
  std::optional<AuditId> next;  ///< to ask for older lines; nothing at the end
};

/// Newest first. CRA and the operator; fails with `access.forbidden`.
[[nodiscard]] Result<AuditPage> read_audit(const Services& services, const Actor& actor,
                                           const storage::AuditFilter& filter);

/// The same inside a transaction, of what the scope covers.
[[nodiscard]] Result<std::vector<AuditLine>> audit_lines(storage::Stores& stores, const Services& services,
                                                         const storage::AuditFilter& filter, const Scope& scope);

}  // namespace mizan::workflow
