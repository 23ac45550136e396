// SPDX-License-Identifier: GPL-3.0-or-later
// Unfinished uploads of an account; the uploads themselves are below /files.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_uploads(const Call& call);

}  // namespace mizan::http::resources
