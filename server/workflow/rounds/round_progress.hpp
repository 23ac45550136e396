// SPDX-License-Identifier: GPL-3.0-or-later
// How a round goes: participation per province and day, points as a histogram.
#pragma once

#include "base/points.hpp"
#include "scoring/rank_rules.hpp"
#include "storage/api/rounds.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <vector>

namespace mizan::workflow {

/// Cumulative; `before` is the same day of the round before, nothing when there was none.
struct DayCount {
  int day = 1;
  int submitted = 0;
  std::optional<int> before;
};

/// Totals from `from` up to, not including, `to`.
struct HistogramBar {
  Points from, to;
  int count = 0;
};

struct RoundProgress {
  RoundId round;
  storage::ProvinceProgress totals;  ///< without a province
  std::vector<storage::ProvinceProgress> provinces;
  std::vector<DayCount> daily;          ///< of the declaration window so far
  std::vector<HistogramBar> histogram;  ///< without silent offices and without those that have no points yet
  std::vector<scoring::Threshold> thresholds;
};

/// A draft has neither counts nor thresholds. CRA and the operator. Fails with `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<RoundProgress> round_progress(const Services& services, const Actor& actor, RoundId round);

/// Bars of equal width, a multiple of ten points, about twenty of them, from 0 beyond the highest total. Pure.
[[nodiscard]] std::vector<HistogramBar> histogram_of(const std::vector<Points>& totals);

}  // namespace mizan::workflow
