// SPDX-License-Identifier: GPL-3.0-or-later
// An office's objection to the points of one section, and the rulings on it.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/points.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

enum class ObjectionState {
  filed,       ///< waits for the first reader (the region)
  first_read,  ///< waits for the second reader, who is not the first
  decided,     ///< the second reader has ruled
};

struct Objection {
  ObjectionId id;
  SnapshotId snapshot;
  DeclarationId declaration;
  std::string section;
  std::string reasons;
  std::string receipt_number;
  ObjectionState state = ObjectionState::filed;
  AccountId filed_by;
  Instant filed_at;
  std::vector<EvidenceId> evidence;
};

enum class RulingOutcome { upheld, rejected };

/// A reader's word on an objection. The second reading decides.
struct Ruling {
  ObjectionId objection;
  int reading = 1;  ///< 1 or 2
  AccountId reader;
  RulingOutcome outcome = RulingOutcome::rejected;
  std::optional<Points> points;  ///< the section's points if upheld
  std::string reasons;
  Instant at;
};

[[nodiscard]] std::string_view to_text(ObjectionState state);
[[nodiscard]] bool from_text(std::string_view text, ObjectionState& state);
[[nodiscard]] std::string_view to_text(RulingOutcome outcome);
[[nodiscard]] bool from_text(std::string_view text, RulingOutcome& outcome);

}  // namespace mizan
