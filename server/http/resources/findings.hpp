// SPDX-License-Identifier: GPL-3.0-or-later
// The experts' queue and their decisions.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_queue(const Call& call);
[[nodiscard]] Result<Answer> export_queue(const Call& call);
[[nodiscard]] Result<Answer> get_finding(const Call& call);
[[nodiscard]] Result<Answer> decide_finding(const Call& call);
[[nodiscard]] Result<Answer> undo_decision(const Call& call);

}  // namespace mizan::http::resources
