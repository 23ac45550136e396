// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal as application/problem+json (RFC 9457).
#pragma once

#include "base/problem.hpp"
#include "http/request.hpp"

namespace mizan::http {

/// Status by the refusal (some codes have their own), Retry-After where the problem says how long.
[[nodiscard]] Reply problem_reply(const Problem& problem);
[[nodiscard]] inline Reply problem_reply(ProblemCode code) {
  return problem_reply(Problem(code));
}

}  // namespace mizan::http
