// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/rounds.hpp"

#include <utility>

namespace mizan::workflow {

std::string stage_name_fa(RoundStage stage) {
  switch (stage) {
    case RoundStage::draft:
      return "پیش‌نویس";
    case RoundStage::declaration:
      return "خوداظهاری";
    case RoundStage::review:
      return "بررسی";
    case RoundStage::objection:
      return "اعتراض";
    case RoundStage::closed:
      return "پایان‌یافته";
  }
  return {};
}

Problem wrong_stage(const Round& round) {
  return Problem("round.wrong_stage")
      .with("stage", stage_name_fa(round.stage))
      .with("stage_en", std::string(to_text(round.stage)));
}

Result<Round> existing_round(storage::Stores& stores, RoundId id) {
  auto round = stores.rounds().find(id);
  if (!round) return fail(std::move(round.error()));
  if (!*round) return fail("access.not_found");
  return std::move(**round);
}

Result<Round> round_in_stage(storage::Stores& stores, RoundId id, RoundStage stage) {
  auto round = existing_round(stores, id);
  if (round && round->stage != stage) return fail(wrong_stage(*round));
  return round;
}

}  // namespace mizan::workflow
