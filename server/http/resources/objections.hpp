// SPDX-License-Identifier: GPL-3.0-or-later
// Objections as their readers see them.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_objections(const Call& call);
[[nodiscard]] Result<Answer> get_objection(const Call& call);
[[nodiscard]] Result<Answer> rule_objection(const Call& call);

}  // namespace mizan::http::resources
