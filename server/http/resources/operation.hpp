// SPDX-License-Identifier: GPL-3.0-or-later
// What runs and what happened: criteria, rule sets, jobs, audit, the demonstration clock.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_criteria(const Call& call);
[[nodiscard]] Result<Answer> list_rule_sets(const Call& call);
[[nodiscard]] Result<Answer> list_jobs(const Call& call);
[[nodiscard]] Result<Answer> retry_job(const Call& call);
[[nodiscard]] Result<Answer> list_audit(const Call& call);
[[nodiscard]] Result<Answer> move_clock(const Call& call);

}  // namespace mizan::http::resources
