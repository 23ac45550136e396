// SPDX-License-Identifier: GPL-3.0-or-later
// A problem as the JSON document that leaves the server or the command line (RFC 9457; schema Problem in
// docs/api.yaml).
#pragma once

#include "base/problem.hpp"

#include <nlohmann/json_fwd.hpp>

namespace mizan {

/// The HTTP status of a refusal, also the `status` member of the document.
[[nodiscard]] int http_status(Refusal refusal) noexcept;

/// Everything but `internal`, parts included.
[[nodiscard]] nlohmann::json to_json(const Problem& problem);

}  // namespace mizan
