// SPDX-License-Identifier: GPL-3.0-or-later
// Totals and ranks of all offices of a round: pure, exact, independent of the input's order.
#pragma once

#include "model/office.hpp"
#include "model/rank.hpp"
#include "model/round.hpp"
#include "scoring/rank_rules.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace mizan::scoring {

/// One office as it enters the ranking.
struct Contender {
  OfficeId office;
  OfficeKind kind = OfficeKind::pishkhan;
  std::map<std::string, Points> sections;  ///< section id → points
  bool silent = false;                     ///< never declared, and nothing to carry over
  bool held = false;                       ///< a standing objection holds the final rank
};

/// Points add up; thresholds give the rank; positions run from 1 within each kind of office, equal totals share one and
/// the next position leaves a gap. A silent office has no points and what the policy says: the lowest rank, or none.
/// The result is ordered by kind, position, office id.
[[nodiscard]] std::vector<RankedOffice> rank_offices(std::span<const Contender> contenders, const RankRules& rules,
                                                     SilencePolicy silence);

}  // namespace mizan::scoring
