// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as a person sees it: with the form field it is about, the size of its page, and the standing decision.
#pragma once

#include "forms/section.hpp"
#include "model/account.hpp"
#include "model/finding.hpp"
#include "storage/api/database.hpp"
#include "workflow/evidence/page_list.hpp"
#include "workflow/evidence/seen_elsewhere.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct DecisionView {
  Decision decision;
  std::string expert_name;  ///< «کارشناس» towards offices
  Instant undo_until;
};

struct FindingView {
  Finding finding;                          ///< as this person is shown it (seen_elsewhere.hpp)
  std::optional<std::string> answer_field;  ///< "area", "employees/2/days"; none when it is no answer of the form
  int page_width = 0, page_height = 0;      ///< of the verdict's page; 0 when there is none
  std::optional<DecisionView> decision;     ///< the standing one
  std::optional<SeenElsewhere> seen;        ///< towards reviewers, of a document that was sent before
};

/// The form field whose answer a claim declares, by the slot's `proves`; rows counted from 0.
[[nodiscard]] std::optional<std::string> answer_field(const forms::Section& section, std::string_view slot,
                                                      const Claim& claim);

[[nodiscard]] Result<DecisionView> decision_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                                 const Decision& decision);

/// The decision that stands: the last one not undone.
[[nodiscard]] Result<std::optional<Decision>> standing_decision(storage::Stores& stores, FindingId finding);

/// `pages` are those of the finding's document; `section` may be null when its criterion is not installed any more.
[[nodiscard]] Result<FindingView> finding_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                               const Finding& finding, const forms::Section* section,
                                               const std::vector<StoredPage>& pages);

/// One finding by itself, with its section and pages looked up: what a use case answers that changed it.
[[nodiscard]] Result<FindingView> finding_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                               const Finding& finding);

}  // namespace mizan::workflow
