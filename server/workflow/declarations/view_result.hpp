// SPDX-License-Identifier: GPL-3.0-or-later
// The published result of one office; looking at a provisional one for the first time delivers it.
#pragma once

#include "model/objection.hpp"
#include "scoring/rank_rules.hpp"
#include "workflow/objections/view_objection.hpp"
#include "workflow/round_banner.hpp"
#include "workflow/section_state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct ResultSection {
  std::string id;
  forms::Label title;
  SectionScore score;  ///< as the publication counted it
  std::optional<ObjectionView> objection;
};

struct ResultView {
  DeclarationCase subject;
  RoundBanner round;
  SnapshotKind kind = SnapshotKind::provisional;
  RankedOffice ranked;
  Points maximum;
  scoring::RankRules rules;
  std::vector<ResultSection> sections;
  Instant published_at, delivered_at;
  std::optional<Instant> objection_deadline;
  std::optional<std::int64_t> seconds_left;
  bool may_object = false;  ///< the window is open and some section has no objection yet
  bool official = false;
  std::vector<Service> services;  ///< by the final rank; empty before
};

/// The final result where it is published, else the provisional one. The first look is recorded as its delivery. Fails
/// with `access.*`; `access.not_found` also before any publication.
[[nodiscard]] Result<ResultView> view_result(const Services& services, const Actor& actor, DeclarationId id);

}  // namespace mizan::workflow
