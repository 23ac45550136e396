// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/uploads.hpp"

#include "http/json/evidence.hpp"
#include "http/json/time.hpp"
#include "workflow/uploads/view_uploads.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;

json upload_json(const workflow::UploadLine& line) {
  const auto& upload = line.upload;
  const bool placed = upload.has_place();
  return {{"id", upload.id},
          {"url", "/files/" + upload.id},
          {"file_name", upload.file_name},
          {"offset", line.offset},
          {"length", upload.length ? json(*upload.length) : json()},
          {"complete", upload.length == line.offset},
          {"state", to_text(upload.state)},
          {"format", line.format ? json(to_text(*line.format)) : json()},
          {"bundle", upload.bundle.empty() ? json() : json(upload.bundle)},
          {"problem", line.problem ? evidence_problem_json(*line.problem) : json()},
          {"declaration_id", placed ? json(upload.declaration.value) : json()},
          {"section", placed ? json(upload.section) : json()},
          {"slot", placed ? json(upload.slot) : json()},
          {"purpose", placed ? json(to_text(upload.purpose)) : json()},
          {"created_at", time_json(upload.created_at)},
          {"expires_at", time_json(upload.expires_at)}};
}

}  // namespace

Result<Answer> list_uploads(const Call& call) {
  auto declaration = call.query_number("declaration", 0);
  if (!declaration) return fail(std::move(declaration.error()));
  auto uploads = workflow::list_uploads(call.services, call.actor(), DeclarationId{*declaration});
  if (!uploads) return fail(std::move(uploads.error()));
  auto items = json::array();
  for (const auto& line : *uploads) items.push_back(upload_json(line));
  return ok({{"items", std::move(items)}});
}

}  // namespace mizan::http::resources
