// SPDX-License-Identifier: GPL-3.0-or-later
// Where a round stands, for the banner that every page shows.
#pragma once

#include "model/round.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mizan::workflow {

enum class StageState { done, current, ahead };

struct StageLine {
  RoundStage stage = RoundStage::declaration;
  StageState state = StageState::ahead;
  std::optional<Instant> starts_at, ends_at;
};

struct RoundBanner {
  RoundId id;
  std::string title_fa, title_en, period;
  RoundStage stage = RoundStage::draft;
  std::vector<StageLine> stages;  ///< declaration, review, objection, closed
  std::optional<Instant> deadline;
  std::optional<std::int64_t> seconds_left;  ///< 0 when past
};

/// `objection_deadline` is that of the office that looks, where it has one: the window runs from its own delivery.
[[nodiscard]] RoundBanner round_banner(const Round& round, Instant now,
                                       std::optional<Instant> objection_deadline = std::nullopt);

/// Whole seconds until `deadline`, 0 when past.
[[nodiscard]] std::int64_t seconds_until(Instant deadline, Instant now);

}  // namespace mizan::workflow
