// SPDX-License-Identifier: GPL-3.0-or-later
// CRA makes, opens, closes, reconciles and publishes rounds.
#pragma once

#include "base/result.hpp"
#include "http/answer.hpp"
#include "http/call.hpp"

namespace mizan::http::resources {

// One function per operationId of server/docs/api.yaml, which says what each takes and answers.
[[nodiscard]] Result<Answer> list_rounds(const Call& call);
[[nodiscard]] Result<Answer> create_round(const Call& call);
[[nodiscard]] Result<Answer> get_round(const Call& call);
[[nodiscard]] Result<Answer> open_round(const Call& call);
[[nodiscard]] Result<Answer> close_declarations(const Call& call);
[[nodiscard]] Result<Answer> publish_provisional(const Call& call);
[[nodiscard]] Result<Answer> publish_final(const Call& call);
[[nodiscard]] Result<Answer> get_progress(const Call& call);
[[nodiscard]] Result<Answer> list_round_ranks(const Call& call);
[[nodiscard]] Result<Answer> get_reconciliation(const Call& call);
[[nodiscard]] Result<Answer> export_round(const Call& call);
[[nodiscard]] Result<Answer> get_services(const Call& call);

}  // namespace mizan::http::resources
