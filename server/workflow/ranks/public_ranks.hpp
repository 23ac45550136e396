// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody may see: published rounds and the rank list.
#pragma once

#include "model/rank.hpp"
#include "model/round.hpp"
#include "storage/api/snapshots.hpp"
#include "workflow/services.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

/// A round whose ranks are published, with its newest publication: final before provisional.
struct PublishedRound {
  Round round;
  Snapshot snapshot;
};

/// Newest first.
[[nodiscard]] Result<std::vector<PublishedRound>> published_rounds(const Services& services);

/// `filter.snapshot` is ignored; without a round it is the newest published one.
struct RankListQuery {
  RoundId round;
  storage::RankFilter filter;
};

struct RankList {
  std::optional<PublishedRound> published;  ///< nothing when nothing is published
  std::array<int, 4> counts{};              ///< [0] unranked, [1] … [3] by rank, for place and kind of the filter
  std::vector<std::string> cities;          ///< of the chosen province
  bool official = false;
  std::vector<storage::RankRow> rows;
  int total = 0;  ///< all that match the filter
};

/// Fails with `access.not_found` when a round is named that is not published.
[[nodiscard]] Result<RankList> public_ranks(const Services& services, const RankListQuery& query);

}  // namespace mizan::workflow
