// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/deadlines.hpp"

#include <algorithm>

namespace mizan::workflow {
namespace {

constexpr milliseconds k_tehran = std::chrono::hours(3) + std::chrono::minutes(30);

}  // namespace

Instant start_of_day(Instant at) {
  return Instant(std::chrono::floor<std::chrono::days>(at + k_tehran)) - k_tehran;
}

Instant end_of_days_after(Instant from, int days) {
  return start_of_day(from) + std::chrono::days(days + 1);
}

std::optional<Instant> effective_delivery(const Snapshot& snapshot, const std::optional<Delivery>& delivery,
                                          const Limits& limits, Instant now) {
  const Instant deemed = snapshot.published_at + limits.deemed_delivery;
  if (delivery) return std::min(delivery->delivered_at, deemed);
  return now >= deemed ? std::optional(deemed) : std::nullopt;
}

}  // namespace mizan::workflow
