// SPDX-License-Identifier: GPL-3.0-or-later
// The register as experts see it: search, dossier, recovery codes.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_offices(const Call& call);
[[nodiscard]] Result<Answer> get_dossier(const Call& call);
[[nodiscard]] Result<Answer> issue_recovery_code(const Call& call);

}  // namespace mizan::http::resources
