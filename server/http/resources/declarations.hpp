// SPDX-License-Identifier: GPL-3.0-or-later
// An office fills in, submits, sees its result, objects.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_declarations(const Call& call);
[[nodiscard]] Result<Answer> get_declaration(const Call& call);
[[nodiscard]] Result<Answer> get_section(const Call& call);
[[nodiscard]] Result<Answer> save_answers(const Call& call);
[[nodiscard]] Result<Answer> submit_declaration(const Call& call);
[[nodiscard]] Result<Answer> get_receipt(const Call& call);
[[nodiscard]] Result<Answer> get_result(const Call& call);
[[nodiscard]] Result<Answer> file_objection(const Call& call);

}  // namespace mizan::http::resources
