// SPDX-License-Identifier: GPL-3.0-or-later
// Typed row numbers and content hashes, so that an office can never be passed where a round is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace mizan {

/// The number of a row; 0 means "not stored yet".
template <class Tag>
struct Id {
  std::int64_t value = 0;
  friend constexpr auto operator<=>(Id, Id) noexcept = default;
  [[nodiscard]] constexpr bool stored() const noexcept { return value != 0; }
};

using AccountId = Id<struct AccountTag>;
using OfficeId = Id<struct OfficeTag>;
using RoundId = Id<struct RoundTag>;
using DeclarationId = Id<struct DeclarationTag>;
using EvidenceId = Id<struct EvidenceTag>;
using FindingId = Id<struct FindingTag>;
using DecisionId = Id<struct DecisionTag>;
using ScoreId = Id<struct ScoreTag>;
using SnapshotId = Id<struct SnapshotTag>;
using ObjectionId = Id<struct ObjectionTag>;
using JobId = Id<struct JobTag>;
using AuditId = Id<struct AuditTag>;

/// SHA-256 of some bytes as 64 lower-case hexadecimal digits; empty means "none".
struct ContentHash {
  std::string hex;
  friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
};

}  // namespace mizan

template <class Tag>
struct std::hash<mizan::Id<Tag>> {
  std::size_t operator()(mizan::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
