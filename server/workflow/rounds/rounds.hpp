// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a round for a use case, in the caller's transaction.
#pragma once

#include "model/round.hpp"
#include "storage/api/database.hpp"

namespace mizan::workflow {

/// Fails with `access.not_found`.
[[nodiscard]] Result<Round> existing_round(storage::Stores& stores, RoundId id);

/// Fails with `access.not_found`, or `round.wrong_stage` naming the stage it is in.
[[nodiscard]] Result<Round> round_in_stage(storage::Stores& stores, RoundId id, RoundStage stage);

/// `round.wrong_stage` in words for both languages.
[[nodiscard]] Problem wrong_stage(const Round& round);

/// «خوداظهاری» and its like.
[[nodiscard]] std::string stage_name_fa(RoundStage stage);

}  // namespace mizan::workflow
