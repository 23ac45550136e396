// SPDX-License-Identifier: GPL-3.0-or-later
// A publication of ranks as one canonical document: the same data and rules give the same bytes, for ever.
#pragma once

#include "model/office.hpp"
#include "model/rank.hpp"
#include "model/round.hpp"
#include "model/score.hpp"
#include "scoring/ranking.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::scoring {

/// One office with the score revisions that count.
struct SnapshotEntry {
  Office office;
  std::vector<ScoreRevision> scores;  ///< one per section
  bool silent = false;
  bool held = false;
};

struct SnapshotInput {
  Round round;  ///< with its pinned rules and criterion versions
  SnapshotKind kind = SnapshotKind::provisional;
  Instant published_at;
  std::vector<SnapshotEntry> entries;
};

struct SnapshotDocument {
  std::string bytes;  ///< canonical JSON: members sorted, no spaces, integers only
  std::vector<RankedOffice> ranks;
};

/// Pure. Fails only when the round's pinned rule set cannot be read (`definition.*`).
[[nodiscard]] Result<SnapshotDocument> snapshot_document(const SnapshotInput& input);

/// What a published document counted for one office: the register's lines as they were, and which score revisions.
struct CountedOffice {
  Office office;                         ///< id, licence_no, kind, province and city only
  std::map<std::string, int> revisions;  ///< section id → revision
  bool silent = false;
  bool held = false;
};
/// What a recomputation must fetch. Fails with `storage.blob_missing` when the bytes are not a snapshot document.
[[nodiscard]] Result<std::vector<CountedOffice>> counted_offices(std::string_view document);

}  // namespace mizan::scoring
