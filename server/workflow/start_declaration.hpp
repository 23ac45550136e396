// SPDX-License-Identifier: GPL-3.0-or-later
// Calls one office to a round: its declaration, with what each section could be worth.
#pragma once

#include "workflow/declaration_case.hpp"

namespace mizan::workflow {

/// In the transaction that opens the round, whose criteria and rule set are pinned already. Prefilled answers are not
/// stored: until an office saves a section, its answers are the register's (answers_of), so that a register corrected
/// in the meantime counts. Every section starts with a score of nothing out of its maximum.
/// Fails with `storage.conflict` when the office has a declaration in this round, `plugin.not_found`.
[[nodiscard]] Result<DeclarationId> start_declaration(storage::Stores& stores, const Services& services, const Round& round,
                                                      const Office& office);

/// The most that a section can be worth to an office of this kind with these answers (normal form), by its part of the
/// rule set: awards of other kinds and hidden awards do not count.
[[nodiscard]] Points most_points(const forms::Section& section, const nlohmann::json& points_table, OfficeKind kind,
                                 const nlohmann::json& normal);

}  // namespace mizan::workflow
