// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where "so many days" becomes an instant.
#pragma once

#include "base/clock.hpp"
#include "model/rank.hpp"
#include "workflow/services.hpp"

#include <optional>

namespace mizan::workflow {

/// The end of a period of `days` calendar days after `from`: 24:00 Asia/Tehran of the last day. The day of `from`
/// itself does not count, so that "within seven days" of a delivery on the 3rd ends when the 10th ends, at whatever
/// hour of the 3rd it was delivered. Source: the public notice («ظرف ۷ روز»); that days are whole calendar days is our
/// assumption. Iran keeps +03:30 all year since its summer time was abolished (law of 1401), so the offset is fixed.
[[nodiscard]] Instant end_of_days_after(Instant from, int days);

/// 00:00 Asia/Tehran of the day that `at` belongs to.
[[nodiscard]] Instant start_of_day(Instant at);

/// When a result counts as delivered: when it was first looked at, but never later than `Limits::deemed_delivery` after
/// its publication. Empty while neither has happened at `now`.
[[nodiscard]] std::optional<Instant> effective_delivery(const Snapshot& snapshot,
                                                        const std::optional<Delivery>& delivery, const Limits& limits,
                                                        Instant now);

}  // namespace mizan::workflow
