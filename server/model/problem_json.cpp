// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/problem_json.hpp"

#include <nlohmann/json.hpp>

namespace mizan {

int http_status(Refusal refusal) noexcept {
  switch (refusal) {
    case Refusal::invalid:
      return 400;
    case Refusal::unauthenticated:
      return 401;
    case Refusal::forbidden:
      return 403;
    case Refusal::not_found:
      return 404;
    case Refusal::conflict:
      return 409;
    case Refusal::too_large:
      return 413;
    case Refusal::unsupported:
      return 415;
    case Refusal::too_many:
      return 429;
    case Refusal::unavailable:
      return 503;
    case Refusal::internal:
      break;
  }
  return 500;
}

nlohmann::json to_json(const Problem& problem) {
  nlohmann::json out = {{"type", "urn:mizan:problem:" + std::string(problem.code.id())},
                        {"title", problem.text_fa()},
                        {"status", http_status(problem.code.kind().refusal)},
                        {"detail", problem.text_en()},
                        {"code", problem.code.id()},
                        {"text_fa", problem.text_fa()},
                        {"text_en", problem.text_en()}};
  if (!problem.field.empty()) out["field"] = problem.field;
  if (problem.page) out["page"] = *problem.page;
  if (!problem.params.empty()) out["params"] = problem.params;
  for (const auto& part : problem.parts) out["parts"].push_back(to_json(part));
  return out;
}

}  // namespace mizan
