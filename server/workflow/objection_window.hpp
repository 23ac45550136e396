// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an office may still object to its provisional result, and until when.
#pragma once

#include "model/rank.hpp"
#include "workflow/declaration_case.hpp"

#include <optional>

namespace mizan::workflow {

/// `deadline` is the end of the window; only what was delivered (or counts as delivered) has one.
struct ObjectionWindow {
  std::optional<Snapshot> snapshot;  ///< the provisional publication
  std::optional<Instant> delivered_at;
  std::optional<Instant> deadline;
  bool open = false;  ///< the round is in its objection stage, and the deadline is ahead
};

/// Source of the days: the round's `objection_days`; of their end: deadlines.hpp.
[[nodiscard]] Result<ObjectionWindow> objection_window(storage::Stores& stores, const Services& services,
                                                       const DeclarationCase& subject, Instant now);

/// Fails with `objection.not_delivered` or `objection.too_late`.
[[nodiscard]] Outcome check_window(const ObjectionWindow& window, const Round& round);

}  // namespace mizan::workflow
