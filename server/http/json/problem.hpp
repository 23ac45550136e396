// SPDX-License-Identifier: GPL-3.0-or-later
// A problem as the API writes it (RFC 9457 with a stable code and both sentences).
#pragma once

#include "base/problem.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

/// The one mapping of refusals to status codes.
[[nodiscard]] int http_status(Refusal refusal);

/// The schema Problem; never the internal text.
[[nodiscard]] nlohmann::json problem_json(const Problem& problem);

}  // namespace mizan::http
