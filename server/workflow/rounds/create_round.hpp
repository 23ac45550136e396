// SPDX-License-Identifier: GPL-3.0-or-later
// CRA prepares a round: windows, kinds of office, rule set, what silence means.
#pragma once

#include "model/round.hpp"
#include "workflow/services.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

/// What CRA types; everything else of a round is set when it opens.
struct RoundDraft {
  std::string title_fa, title_en;
  std::string period;  ///< "1404-2"
  std::vector<OfficeKind> kinds;
  int declare_days = 20;
  int region_days = 20;
  int objection_days = 7;
  SilencePolicy silence_policy = SilencePolicy::lowest_rank;
  std::string rule_set;
};

/// Stores a draft that offices see nothing of. CRA and the operator. Fails with `access.forbidden` and with
/// `round.invalid`, naming the field and the reason, for an empty title, a malformed period, no or repeated kinds, days
/// out of bounds (declaring and region 1–120, objecting 1–60) and an unknown rule set.
[[nodiscard]] Result<Round> create_round(const Services& services, const Actor& actor, const RoundDraft& draft);

/// Who may make, open, close and publish rounds.
[[nodiscard]] inline bool runs_rounds(const Actor& actor) {
  return actor.role == Role::cra || actor.role == Role::operator_;
}

}  // namespace mizan::workflow
