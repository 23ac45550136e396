// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: upload, what was read, page images, explanations.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> attach_evidence(const Call& call);
[[nodiscard]] Result<Answer> attach_objection_evidence(const Call& call);
[[nodiscard]] Result<Answer> get_evidence(const Call& call);
[[nodiscard]] Result<Answer> remove_evidence(const Call& call);
[[nodiscard]] Result<Answer> get_page_image(const Call& call);
[[nodiscard]] Result<Answer> explain_finding(const Call& call);

}  // namespace mizan::http::resources
