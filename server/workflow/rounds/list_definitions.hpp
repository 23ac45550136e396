// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed: criteria, running and refused, and the rule sets a round can pin.
#pragma once

#include "forms/definitions.hpp"
#include "model/account.hpp"
#include "scoring/rank_rules.hpp"
#include "workflow/services.hpp"

#include <vector>

namespace mizan::workflow {

struct InstalledCriteria {
  std::vector<const forms::Bundle*> running;
  std::vector<Problem> refused;
};

/// CRA and the operator; fails with `access.forbidden`. The pointers live as long as the definitions.
[[nodiscard]] Result<InstalledCriteria> list_criteria(const Services& services, const Actor& actor);

struct RuleSetView {
  const forms::RuleSet* rule_set = nullptr;
  std::vector<OfficeKind> kinds;  ///< whose forms have at least one section it gives points to
  scoring::RankRules rules;
  Points maximum;  ///< the most that an office of any kind can reach
};

/// As above; fails with `definition.invalid` too.
[[nodiscard]] Result<std::vector<RuleSetView>> list_rule_sets(const Services& services, const Actor& actor);

}  // namespace mizan::workflow
