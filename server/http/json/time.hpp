// SPDX-License-Identifier: GPL-3.0-or-later
// Times and ranks as the API writes them, null where there is none.
#pragma once

#include "base/clock.hpp"
#include "model/rank.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace mizan::http {

[[nodiscard]] inline nlohmann::json time_json(Instant at) {
  return to_iso8601(at);
}
[[nodiscard]] inline nlohmann::json time_json(const std::optional<Instant>& at) {
  return at ? nlohmann::json(to_iso8601(*at)) : nlohmann::json();
}
/// 1 is best; unranked is null.
[[nodiscard]] inline nlohmann::json rank_json(Rank rank) {
  return rank.value > 0 ? nlohmann::json(rank.value) : nlohmann::json();
}

}  // namespace mizan::http
