// SPDX-License-Identifier: GPL-3.0-or-later
// The task list of a declaration: where each section stands, what is missing, and what would bring the next rank.
#pragma once

#include "scoring/rank_rules.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/round_banner.hpp"
#include "workflow/section_state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

/// Points that are still to be had.
struct MissingWhere {
  std::string section;
  MissingPoint missing;
};

struct WhatIf {
  scoring::RankRules rules;
  Rank rank;
  std::optional<scoring::NextRank> next;  ///< none at rank 1
  std::vector<MissingWhere> from_where;   ///< the most valuable first, a handful
};

/// One thing that stands in the way of submitting.
struct Obstacle {
  std::string section;
  Problem problem;
};

struct DeclarationView {
  DeclarationCase subject;
  RoundBanner round;
  std::vector<SectionState> sections;
  bool editable = false;
  Points points, maximum;
  WhatIf what_if;
  std::vector<Obstacle> obstacles;
  bool being_read = false;
  bool has_result = false;
  bool official = false;  ///< false: the rule set is an example
  [[nodiscard]] bool ready() const { return obstacles.empty() && !being_read; }
};

/// Fails with `access.*`.
[[nodiscard]] Result<DeclarationView> view_declaration(const Services& services, const Actor& actor, DeclarationId id);

/// One line of an office's list.
struct DeclarationLine {
  DeclarationCase subject;
  RoundBanner round;
  Points points, maximum;
  bool has_result = false;
};
/// Running rounds first, then from the newest round back.
[[nodiscard]] Result<std::vector<DeclarationLine>> list_declarations(const Services& services, const Actor& actor);

struct SectionView {
  SectionState state;
  bool editable = false;
  std::vector<std::string> locked;  ///< fields the office may not change
  std::vector<EvidenceView> evidence;
};
/// Fails with `access.*`.
[[nodiscard]] Result<SectionView> view_section(const Services& services, const Actor& actor, DeclarationId id,
                                               std::string_view section);

/// Whether the round's pinned rule set is an official one.
[[nodiscard]] bool is_official(const Round& round);

/// The rank rules the round pinned. Fails with `definition.*`.
[[nodiscard]] Result<scoring::RankRules> pinned_rank_rules(const Round& round);

}  // namespace mizan::workflow
