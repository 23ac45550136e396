// SPDX-License-Identifier: GPL-3.0-or-later
// A problem inside another document; refusals themselves are rendered by the endpoint.
#pragma once

#include "model/problem_json.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace mizan::http {

[[nodiscard]] inline nlohmann::json problem_json(const Problem& problem) {
  return to_json(problem);
}

[[nodiscard]] inline nlohmann::json problems_json(const std::vector<Problem>& problems) {
  auto rows = nlohmann::json::array();
  for (const auto& problem : problems) rows.push_back(to_json(problem));
  return rows;
}

}  // namespace mizan::http
