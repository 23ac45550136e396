// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what a publication counts: every office of a round with its latest score revisions.
#pragma once

#include "model/rank.hpp"
#include "model/round.hpp"
#include "scoring/snapshot_document.hpp"
#include "storage/api/database.hpp"

namespace mizan::workflow {

/// Reads in the caller's transaction. Held is set where an objection of the round is not decided yet.
[[nodiscard]] Result<scoring::SnapshotInput> snapshot_input(storage::Stores& stores, const Round& round,
                                                            SnapshotKind kind, Instant published_at);

}  // namespace mizan::workflow
