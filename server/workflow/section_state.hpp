// SPDX-License-Identifier: GPL-3.0-or-later
// One section of a declaration with everything that is known about it, and where it stands.
#pragma once

#include "forms/check_answers.hpp"
#include "model/evidence.hpp"
#include "model/finding.hpp"
#include "model/score.hpp"
#include "workflow/declaration_case.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::workflow {

enum class SectionStatus { not_started, in_progress, being_read, mismatches, complete };
enum class NextStep { start, continue_, wait, repair, none, view };

/// `checked` is the complete check: what is wrong and what is missing. Evidence without removed documents and without
/// objections' ones; findings without superseded ones.
struct SectionState {
  const forms::Bundle* bundle = nullptr;
  SectionAnswers answers;
  forms::CheckedAnswers checked;
  std::vector<Evidence> evidence;
  std::vector<Finding> findings;
  SectionScore score;  ///< the latest
  SectionStatus status = SectionStatus::not_started;
  int mismatches = 0;  ///< findings that are mismatch or unreadable and wait for somebody
};

/// The section's answers. Until the office first saves them (revision 0) they are what the register prefills.
[[nodiscard]] Result<SectionAnswers> answers_of(storage::Stores& stores, const DeclarationCase& subject,
                                                const forms::Section& section);

/// Slots that hold a document which may prove something; a refused or quarantined document fills none.
[[nodiscard]] std::set<std::string> filled_slots(const std::vector<Evidence>& evidence);

/// All sections in the order of the form. The case was found through `scope`.
[[nodiscard]] Result<std::vector<SectionState>> load_sections(storage::Stores& stores, const Services& services,
                                                              const Scope& scope, const DeclarationCase& subject);
/// One of them. Fails with `access.not_found` as pinned_section does.
[[nodiscard]] Result<SectionState> load_section(storage::Stores& stores, const Services& services, const Scope& scope,
                                                const DeclarationCase& subject, std::string_view section);

[[nodiscard]] NextStep next_step(const SectionState& state, bool editable);

[[nodiscard]] std::string_view to_text(SectionStatus status);
[[nodiscard]] std::string_view to_text(NextStep step);

}  // namespace mizan::workflow
