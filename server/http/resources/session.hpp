// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out, activation, passwords.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> get_session(const Call& call);
[[nodiscard]] Result<Answer> sign_in(const Call& call);
[[nodiscard]] Result<Answer> sign_out(const Call& call);
[[nodiscard]] Result<Answer> activate(const Call& call);
[[nodiscard]] Result<Answer> reset_password(const Call& call);
[[nodiscard]] Result<Answer> change_password(const Call& call);

}  // namespace mizan::http::resources
