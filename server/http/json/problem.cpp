// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/problem.hpp"

#include <string>

namespace mizan::http {

int http_status(Refusal refusal) {
  switch (refusal) {
    case Refusal::invalid: return 400;
    case Refusal::unauthenticated: return 401;
    case Refusal::forbidden: return 403;
    case Refusal::not_found: return 404;
    case Refusal::conflict: return 409;
    case Refusal::too_large: return 413;
    case Refusal::unsupported: return 415;
    case Refusal::too_many: return 429;
    case Refusal::unavailable: return 503;
    case Refusal::internal: return 500;
  }
  return 500;
}

nlohmann::json problem_json(const Problem& problem) {
  const std::string code(problem.code.id());
  nlohmann::json out = {{"type", "urn:mizan:problem:" + code},
                        {"title", problem.text_fa()},
                        {"status", http_status(problem.code.kind().refusal)},
                        {"detail", problem.text_en()},
                        {"code", code},
                        {"text_fa", problem.text_fa()},
                        {"text_en", problem.text_en()}};
  if (!problem.field.empty()) out["field"] = problem.field;
  if (problem.page) out["page"] = *problem.page;
  if (!problem.params.empty()) out["params"] = problem.params;
  for (const auto& part : problem.parts) out["parts"].push_back(problem_json(part));
  return out;
}

}  // namespace mizan::http
