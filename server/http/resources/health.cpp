// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/public.hpp"

#include "base/version.hpp"
#include "workflow/oversight/health.hpp"

#include <algorithm>
#include <utility>

namespace mizan::http::resources {

Result<Answer> get_health(const Call& call) {
  const auto checks = workflow::check_health(call.services);
  nlohmann::json list = nlohmann::json::array();
  for (const auto& check : checks)
    list.push_back({{"name", check.name}, {"ok", check.ok}, {"text_fa", check.text_fa}, {"text_en", check.text_en}});
  const bool fine = std::all_of(checks.begin(), checks.end(), [](const auto& check) { return check.ok; });
  auto answer = ok({{"status", fine ? "ok" : "failing"}, {"version", k_version}, {"checks", std::move(list)}});
  if (!fine) answer.status = 503;
  return answer;
}

}  // namespace mizan::http::resources
