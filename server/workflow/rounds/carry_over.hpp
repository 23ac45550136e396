// SPDX-License-Identifier: GPL-3.0-or-later
// What an office proved in an earlier round, taken over into a round in which it was silent.
#pragma once

#include "model/declaration.hpp"
#include "model/round.hpp"
#include "storage/api/database.hpp"

namespace mizan::workflow {

/// Copies answers, documents, findings and standing decisions of `earlier` into `declaration` and has every section
/// that the round pins judged. What the office drafted but did not submit stays in the history and does not count: its
/// answers are followed by a new revision, its documents are marked as removed. A copied finding never stands in a
/// queue: it keeps an expert's decision, or is settled (old data count as confirmed; the domain page, step 5).
[[nodiscard]] Outcome carry_over(storage::Stores& stores, const Round& round, DeclarationId earlier,
                                 DeclarationId declaration, Instant now);

}  // namespace mizan::workflow
