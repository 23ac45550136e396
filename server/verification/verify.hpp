// SPDX-License-Identifier: GPL-3.0-or-later
// Does this document prove these declared values? Pure: a reading and claims in, verdicts out.
#pragma once

#include "model/claim.hpp"
#include "model/reading.hpp"
#include "model/verdict.hpp"

#include <span>
#include <vector>

namespace mizan::verification {

/// One verdict per claim, in the claims' order. Never fails: what cannot be judged is `unreadable` with its reason.
/// Deterministic; thread-safe; touches nothing but its arguments and what the thread remembers of how wordings are
/// spelt.
[[nodiscard]] std::vector<Verdict> verify(const Reading& reading, std::span<const Claim> claims);

}  // namespace mizan::verification
