// SPDX-License-Identifier: GPL-3.0-or-later
// The five requests of the tus protocol.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::tus {

// server/docs/api.yaml says what each takes and answers, below /files.
[[nodiscard]] Result<Answer> options(const Call& call);
[[nodiscard]] Result<Answer> create(const Call& call);
[[nodiscard]] Result<Answer> head(const Call& call);
[[nodiscard]] Result<Answer> patch(const Call& call);
[[nodiscard]] Result<Answer> terminate(const Call& call);

}  // namespace mizan::http::tus
