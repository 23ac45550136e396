// SPDX-License-Identifier: GPL-3.0-or-later
// A document with its pages, warnings and findings.
#pragma once

#include "workflow/evidence/view_evidence.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

/// What is wrong with a document or an upload, the limit that it hit named in words.
[[nodiscard]] nlohmann::json evidence_problem_json(const Problem& problem);

[[nodiscard]] nlohmann::json evidence_json(const workflow::EvidenceView& view);

}  // namespace mizan::http
