// SPDX-License-Identifier: GPL-3.0-or-later
// A round's ranks as its points stand at this moment, without the reasons that only a publication needs.
#pragma once

#include "model/rank.hpp"
#include "model/round.hpp"
#include "scoring/rank_rules.hpp"
#include "storage/api/database.hpp"

#include <map>
#include <set>
#include <vector>

namespace mizan::workflow {

struct StandingRanks {
  std::vector<RankedOffice> ranks;  ///< ordered by kind, position, office
  std::map<OfficeId, Office> offices;
  scoring::RankRules rules;
};

/// Counts exactly as a publication of this kind would: held is set for final ranks only. A draft has no ranks.
[[nodiscard]] Result<StandingRanks> standing_ranks(storage::Stores& stores, const Round& round, SnapshotKind kind);

/// The declarations of the round with an objection that is not decided.
[[nodiscard]] Result<std::set<DeclarationId>> disputed_declarations(storage::Stores& stores, RoundId round);

/// Unfinished is silent: submitting is possible only as a whole.
[[nodiscard]] inline bool counts_as_silent(DeclarationStatus status) {
  return status == DeclarationStatus::silent || status == DeclarationStatus::open;
}

}  // namespace mizan::workflow
