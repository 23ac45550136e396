// SPDX-License-Identifier: GPL-3.0-or-later
// An objection with its rulings.
#pragma once

#include "workflow/objections/view_objection.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json ruling_json(const workflow::RulingView& view);
[[nodiscard]] nlohmann::json objection_brief(const workflow::ObjectionView& view);

}  // namespace mizan::http
