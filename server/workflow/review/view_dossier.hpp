// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of one office in its newest round: sections, documents, decisions, what happened.
#pragma once

#include "workflow/evidence/view_evidence.hpp"
#include "workflow/objections/view_objection.hpp"
#include "workflow/oversight/read_audit.hpp"
#include "workflow/round_banner.hpp"
#include "workflow/section_state.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace mizan::workflow {

struct DossierSection {
  SectionState state;
  std::vector<EvidenceView> evidence;
};

/// Without a round where none has called the office yet.
struct Dossier {
  Office office;
  std::optional<RoundBanner> round;
  std::optional<Declaration> declaration;
  Points points, maximum;
  Rank rank;  ///< by the newest publication of the round
  std::vector<DossierSection> sections;
  std::vector<AuditLine> timeline;  ///< newest first
  std::vector<std::pair<Account, OfficeTie>> accounts;
  std::vector<ObjectionView> objections;
};

/// For experts in their provinces and CRA. Fails with `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<Dossier> view_dossier(const Services& services, const Actor& actor, OfficeId office);

}  // namespace mizan::workflow
