// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/round_banner.hpp"

#include <algorithm>

namespace mizan::workflow {
namespace {

StageState state_of(RoundStage stage, RoundStage present) {
  if (stage == present) return StageState::current;
  return stage < present ? StageState::done : StageState::ahead;
}

}  // namespace

std::int64_t seconds_until(Instant deadline, Instant now) {
  return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(deadline - now).count());
}

RoundBanner round_banner(const Round& round, Instant now, std::optional<Instant> objection_deadline) {
  RoundBanner banner{round.id, round.title_fa, round.title_en, round.period, round.stage, {}, {}, {}};
  banner.stages = {
      {RoundStage::declaration, StageState::ahead, round.opened_at, round.declare_until},
      {RoundStage::review, StageState::ahead, round.declare_until, round.region_until},
      {RoundStage::objection, StageState::ahead, round.provisional_at, objection_deadline},
      {RoundStage::closed, StageState::ahead, round.closed_at, std::nullopt},
  };
  for (auto& line : banner.stages) {
    line.state = state_of(line.stage, round.stage);
    if (line.state == StageState::current) banner.deadline = line.ends_at;
  }
  if (banner.deadline) banner.seconds_left = seconds_until(*banner.deadline, now);
  return banner;
}

}  // namespace mizan::workflow
