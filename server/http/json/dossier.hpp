// SPDX-License-Identifier: GPL-3.0-or-later
// An office as experts see it: a line of the search, and the whole dossier.
#pragma once

#include "storage/api/reports.hpp"
#include "workflow/review/view_dossier.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json standing_json(const storage::OfficeStanding& standing);
[[nodiscard]] nlohmann::json dossier_json(const workflow::Dossier& dossier);

}  // namespace mizan::http
