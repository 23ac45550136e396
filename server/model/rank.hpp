// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks and the frozen snapshots they are published in.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/points.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// 1 is best; 0 means unranked.
struct Rank {
  int value = 0;
  friend constexpr auto operator<=>(Rank, Rank) noexcept = default;
};

enum class SnapshotKind { provisional, final_ };

/// One office's line in a snapshot.
struct RankedOffice {
  OfficeId office;
  Points total;
  Rank rank;
  int position = 0;                        ///< 1 = most points within its kind; equal points share a position
  std::map<std::string, Points> sections;  ///< section id → points
  bool held = false;                       ///< a standing objection holds the final rank
};

/// A publication of ranks: data, rules and versions as one frozen document whose bytes can be computed again.
struct Snapshot {
  SnapshotId id;
  RoundId round;
  SnapshotKind kind = SnapshotKind::provisional;
  ContentHash content;  ///< blob: the snapshot document (canonical JSON); its hash is the proof
  Instant published_at;
};

/// When an office was shown its result: the objection window runs from here.
struct Delivery {
  SnapshotId snapshot;
  OfficeId office;
  Instant delivered_at;
};

/// A public service that an agency offers through offices of a sufficient rank.
struct Service {
  std::string id;
  std::string agency_fa, title_fa, title_en;
  int minimum_rank = 3;  ///< 1, 2 or 3: the worst rank that may offer it
  int importance = 1;    ///< higher is kept first when a quota cuts
};

[[nodiscard]] std::string_view to_text(SnapshotKind kind);
[[nodiscard]] bool from_text(std::string_view text, SnapshotKind& kind);

}  // namespace mizan
