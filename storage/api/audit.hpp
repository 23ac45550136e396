// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only audit.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/audit.hpp"

#include <string>
#include <vector>

namespace mizan::storage {

/// Newest first, before `before` (0: from the newest).
struct AuditFilter {
  std::string subject;  ///< "kind/id", or "kind" for every subject of it, or empty
  OfficeId office;      ///< 0: any
  AuditId before;
  int limit = 100;
};

/// There is no way to change or delete an entry; the tables refuse it too.
class Audit {
 public:
  virtual ~Audit() = default;
  [[nodiscard]] virtual Outcome append(const AuditEntry& entry) = 0;
  /// Entries that concern no office are seen by a scope of everything only.
  [[nodiscard]] virtual Result<std::vector<AuditEntry>> list(const AuditFilter& filter, const Scope& scope) = 0;
};

}  // namespace mizan::storage
