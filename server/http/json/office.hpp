// SPDX-License-Identifier: GPL-3.0-or-later
// An office in brief, as lists and headings show it.
#pragma once

#include "model/office.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json office_brief(const Office& office);

}  // namespace mizan::http
