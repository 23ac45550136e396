// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/offices.hpp"

#include "http/body_member.hpp"
#include "http/json/dossier.hpp"
#include "http/json/time.hpp"
#include "http/list_query.hpp"
#include "workflow/access/issue_recovery_code.hpp"
#include "workflow/oversight/search_offices.hpp"
#include "workflow/review/view_dossier.hpp"

#include <utility>

namespace mizan::http::resources {

Result<Answer> list_offices(const Call& call) {
  auto page = page_of(call);
  if (!page) return fail(std::move(page.error()));
  storage::OfficeFilter filter;
  filter.text = call.query_text("q");
  filter.province = call.query_text("province");
  filter.page = *page;
  filter.page_size = k_page_size;
  auto found = workflow::search_offices(call.services, call.actor(), filter);
  if (!found) return fail(std::move(found.error()));
  auto items = nlohmann::json::array();
  for (const auto& standing : found->offices) items.push_back(standing_json(standing));
  return ok({{"items", std::move(items)}, {"total", found->total}, {"page", *page + 1}, {"page_size", k_page_size}});
}

Result<Answer> get_dossier(const Call& call) {
  auto id = call.path_id<OfficeId>("id");
  if (!id) return fail(std::move(id.error()));
  auto dossier = workflow::view_dossier(call.services, call.actor(), *id);
  if (!dossier) return fail(std::move(dossier.error()));
  return ok(dossier_json(*dossier));
}

Result<Answer> issue_recovery_code(const Call& call) {
  auto id = call.path_id<OfficeId>("id");
  if (!id) return fail(std::move(id.error()));
  workflow::RecoveryRequest request;
  if (auto read =
          text_members(call, {{"national_code", &request.national_code}, {"identity_check", &request.identity_check}});
      !read)
    return fail(std::move(read.error()));
  auto issued = workflow::issue_recovery_code(call.services, call.actor(), *id, request);
  if (!issued) return fail(std::move(issued.error()));
  auto answer = created({{"code", issued->code}, {"expires_at", time_json(issued->expires_at)}});
  answer.headers["Cache-Control"] = "no-store";
  return answer;
}

}  // namespace mizan::http::resources
