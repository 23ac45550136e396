// SPDX-License-Identifier: GPL-3.0-or-later
// Calls one office to a round: its declaration, with what each section could be worth.
#pragma once

#include "workflow/declaration_case.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace mizan::workflow {

/// What a section of one kind of office starts from: made once for a round, then used for every office.
struct SectionStart {
  const forms::Bundle* bundle = nullptr;
  nlohmann::json awards;        ///< as section.json has them
  nlohmann::json points_table;  ///< the section's part of the round's rule set
};

/// In the order of the form. Fails with `plugin.not_found`.
[[nodiscard]] Result<std::vector<SectionStart>> section_starts(const Services& services, const Round& round,
                                                               OfficeKind kind);

/// In the transaction that opens the round, whose criteria and rule set are pinned already; `sections` are those of the
/// office's kind. Prefilled answers are not stored: until an office saves a section, its answers are the register's
/// (answers_of), so that a register corrected in the meantime counts. Every section starts with a score of nothing out
/// of its maximum. Fails with `storage.conflict` when the office has a declaration in this round.
[[nodiscard]] Result<DeclarationId> start_declaration(storage::Stores& stores, const Services& services,
                                                      const Round& round, const std::vector<SectionStart>& sections,
                                                      const Office& office);

/// The most that a section can be worth to an office of this kind with these answers (normal form): awards of other
/// kinds, hidden awards and awards that the rule set gives no points for do not count.
[[nodiscard]] Points most_points(const SectionStart& section, OfficeKind kind, const nlohmann::json& normal);

}  // namespace mizan::workflow
