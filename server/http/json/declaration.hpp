// SPDX-License-Identifier: GPL-3.0-or-later
// A declaration: its line in a list, its task list, one section of it, its receipt, its result.
#pragma once

#include "workflow/declarations/save_answers.hpp"
#include "workflow/declarations/view_declaration.hpp"
#include "workflow/declarations/view_receipt.hpp"
#include "workflow/declarations/view_result.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] nlohmann::json declaration_brief(const workflow::DeclarationLine& line);
[[nodiscard]] nlohmann::json declaration_json(const workflow::DeclarationView& view);
[[nodiscard]] nlohmann::json section_json(const workflow::SectionView& view);
[[nodiscard]] nlohmann::json saved_answers_json(const workflow::SavedAnswers& saved);
[[nodiscard]] nlohmann::json receipt_json(const workflow::Receipt& receipt);
[[nodiscard]] nlohmann::json result_json(const workflow::ResultView& view);

}  // namespace mizan::http
