// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody may see: contacts, provinces, published ranks, health.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> get_contacts(const Call& call);
[[nodiscard]] Result<Answer> list_provinces(const Call& call);
[[nodiscard]] Result<Answer> list_published_rounds(const Call& call);
[[nodiscard]] Result<Answer> list_ranks(const Call& call);
[[nodiscard]] Result<Answer> get_health(const Call& call);

}  // namespace mizan::http::resources
