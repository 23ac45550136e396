// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the way of a round's next publication, and whether every licensed office is accounted for.
#pragma once

#include "model/round.hpp"
#include "storage/api/database.hpp"
#include "workflow/services.hpp"

#include <map>
#include <string>
#include <vector>

namespace mizan::workflow {

/// Something that must be settled first. Codes: "not_opened", "declarations_open", "documents_being_read",
/// "open_findings", "scores_pending", "objection_windows_open".
struct Blocker {
  std::string code;
  int count = 0;
  std::string text_fa, text_en;
};

/// One province's line; `difference` is licensed − ranked − unranked and must be 0.
struct ReconciledCounts {
  int rank_1 = 0, rank_2 = 0, rank_3 = 0, unranked = 0;
  int licensed = 0;
  int held = 0;
  [[nodiscard]] int difference() const { return licensed - rank_1 - rank_2 - rank_3 - unranked; }
};

struct Reconciliation {
  std::map<std::string, ReconciledCounts> provinces;  ///< by province code
  ReconciledCounts total;
  std::vector<Blocker> blockers;
  [[nodiscard]] bool green() const;
};

/// For the publication that comes next in the round's stage. CRA only.
[[nodiscard]] Result<Reconciliation> reconcile_round(const Services& services, const Actor& actor, RoundId round);

/// The same inside a transaction that goes on to publish.
[[nodiscard]] Result<Reconciliation> reconcile(storage::Stores& stores, const Services& services, const Round& round,
                                               Instant now);

}  // namespace mizan::workflow
