// SPDX-License-Identifier: GPL-3.0-or-later
// A round's ranks as CRA sees them: published, or as they would be now.
#pragma once

#include "model/rank.hpp"
#include "storage/api/snapshots.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

/// `page_size` 0 asks for all of them.
struct RoundRanksQuery {
  std::string province;
  int page = 0;
  int page_size = 50;
};

struct RoundRanks {
  std::optional<Snapshot> snapshot;  ///< the newest publication; nothing before the first
  std::vector<storage::RankRow> rows;
  int total = 0;
};

/// Ordered by kind, then position. CRA and the operator. Fails with `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<RoundRanks> round_ranks(const Services& services, const Actor& actor, RoundId round,
                                             const RoundRanksQuery& query);

/// The newest publication of a round: final before provisional.
[[nodiscard]] Result<std::optional<Snapshot>> newest_snapshot(storage::Stores& stores, RoundId round);

}  // namespace mizan::workflow
