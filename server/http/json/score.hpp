// SPDX-License-Identifier: GPL-3.0-or-later
// The points of a section with their reasons; the model's JSON is the API's.
#pragma once

#include "model/score.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] inline nlohmann::json score_json(const SectionScore& score) {
  return to_json(score);
}

}  // namespace mizan::http
