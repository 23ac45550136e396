// SPDX-License-Identifier: GPL-3.0-or-later
// The experts' queue and one case of it.
#pragma once

#include "workflow/review/browse_queue.hpp"
#include "workflow/review/view_finding_case.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json queue_json(const workflow::QueueView& view);
[[nodiscard]] nlohmann::json finding_case_json(const workflow::FindingCase& subject);

}  // namespace mizan::http
