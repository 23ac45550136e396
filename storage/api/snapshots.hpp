// SPDX-License-Identifier: GPL-3.0-or-later
// The store of published snapshots, the ranks in them, and their delivery to offices.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/office.hpp"
#include "model/rank.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::storage {

/// Empty members do not filter. Ordered by kind, position, licence number.
struct RankFilter {
  SnapshotId snapshot;
  std::string province, city, text;
  std::optional<OfficeKind> kind;
  std::optional<int> rank;
  int page = 0;
  int page_size = 50;
};

struct RankRow {
  RankedOffice ranked;
  Office office;
};

/// Ranks are public once published; no scope applies to them.
class Snapshots {
 public:
  virtual ~Snapshots() = default;
  [[nodiscard]] virtual Result<SnapshotId> create(const Snapshot& snapshot, const std::vector<RankedOffice>& ranks) = 0;
  [[nodiscard]] virtual Result<std::optional<Snapshot>> find(SnapshotId id) = 0;
  /// The newest of this kind in this round.
  [[nodiscard]] virtual Result<std::optional<Snapshot>> latest(RoundId round, SnapshotKind kind) = 0;
  [[nodiscard]] virtual Result<std::vector<RankRow>> ranks(const RankFilter& filter) = 0;
  [[nodiscard]] virtual Result<int> count(const RankFilter& filter) = 0;
  [[nodiscard]] virtual Result<std::optional<RankedOffice>> rank_of(SnapshotId snapshot, OfficeId office) = 0;

  /// Delivering again keeps the first moment.
  [[nodiscard]] virtual Outcome deliver(const Delivery& delivery) = 0;
  [[nodiscard]] virtual Result<std::optional<Delivery>> delivery(SnapshotId snapshot, OfficeId office) = 0;
  [[nodiscard]] virtual Result<std::vector<Delivery>> deliveries(SnapshotId snapshot) = 0;
};

}  // namespace mizan::storage
