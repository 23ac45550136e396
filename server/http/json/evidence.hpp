// SPDX-License-Identifier: GPL-3.0-or-later
// A document with its pages, warnings and findings.
#pragma once

#include "workflow/evidence/view_evidence.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json evidence_json(const workflow::EvidenceView& view);

}  // namespace mizan::http
