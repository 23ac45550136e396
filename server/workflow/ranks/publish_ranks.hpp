// SPDX-License-Identifier: GPL-3.0-or-later
// CRA publishes provisional ranks, later final ones: frozen, with a hash that anybody can compute again.
#pragma once

#include "model/rank.hpp"
#include "model/round.hpp"
#include "scoring/snapshot_document.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

/// Ends the experts' stage and opens the objection window. CRA only. Fails with `access.forbidden`,
/// `access.not_found`, `round.wrong_stage`, and with `round.not_ready` while the reconciliation has a blocker.
[[nodiscard]] Result<Snapshot> publish_provisional(const Services& services, const Actor& actor, RoundId round);

/// Freezes the final ranks and closes the round; an office with a standing objection is held. May be repeated on a
/// closed round once a held office's objection is decided. Fails as above.
[[nodiscard]] Result<Snapshot> publish_final(const Services& services, const Actor& actor, RoundId round);

/// What a recomputation found.
struct Recomputation {
  ContentHash published;
  ContentHash recomputed;  ///< of the document made anew from the stored score revisions and the pinned rules
  [[nodiscard]] bool same() const { return published == recomputed; }
};

/// Makes a published snapshot again from its data and compares the bytes. CRA and the operator.
[[nodiscard]] Result<Recomputation> recompute_snapshot(const Services& services, const Actor& actor,
                                                       SnapshotId snapshot);

}  // namespace mizan::workflow
