// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/evidence.hpp"

#include "http/body_member.hpp"
#include "http/json/evidence.hpp"
#include "http/json/finding.hpp"
#include "http/sha256.hpp"
#include "workflow/evidence/attach_evidence.hpp"
#include "workflow/evidence/explain_finding.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/uploads/assign_upload.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using PageNumber = Id<struct PageNumberTag>;

/// The body names an upload that has come in before.
Result<Answer> assign(const Call& call, workflow::EvidenceDraft draft) {
  auto upload = text_member(call, "upload");
  if (!upload) return fail(std::move(upload.error()));
  auto attached = workflow::assign_upload(call.services, call.actor(), *upload, std::move(draft));
  if (!attached) return fail(std::move(attached.error()));
  return accepted(evidence_json(*attached));
}

Result<Answer> attach(const Call& call, workflow::EvidenceDraft draft) {
  auto id = call.path_id<DeclarationId>("id");
  if (!id) return fail(std::move(id.error()));
  draft.declaration = *id;
  if (call.upload == nullptr) return assign(call, std::move(draft));
  draft.untrusted_file_name = call.upload->file_name();
  const auto source = [&](const std::function<Outcome(std::span<const std::byte>)>& sink) {
    return call.upload->stream(sink);
  };
  auto attached = workflow::attach_evidence(call.services, call.actor(), draft, source);
  if (!attached) return fail(std::move(attached.error()));
  return accepted(evidence_json(*attached));
}

bool names(const Parameters& headers, const std::string& etag) {
  const auto known = headers.find("if-none-match");
  return known != headers.end() && known->second.find(etag) != std::string::npos;
}

}  // namespace

Result<Answer> attach_evidence(const Call& call) {
  const auto section = call.path.find("section");
  return attach(call, {{},
                       section == call.path.end() ? "" : section->second,
                       call.query_text("slot"),
                       EvidencePurpose::declaration,
                       {}});
}

Result<Answer> attach_objection_evidence(const Call& call) {
  return attach(call, {{}, call.query_text("section"), {}, EvidencePurpose::objection, {}});
}

Result<Answer> get_evidence(const Call& call) {
  auto id = call.path_id<EvidenceId>("id");
  if (!id) return fail(std::move(id.error()));
  auto view = workflow::view_evidence(call.services, call.actor(), *id);
  if (!view) return fail(std::move(view.error()));
  auto json = evidence_json(*view);
  auto etag = "\"" + sha256_hex(json.dump()).substr(0, 32) + "\"";
  if (names(call.headers, etag)) return not_modified(std::move(etag));
  auto answer = ok(std::move(json));
  answer.headers["ETag"] = std::move(etag);
  return answer;
}

Result<Answer> remove_evidence(const Call& call) {
  auto id = call.path_id<EvidenceId>("id");
  if (!id) return fail(std::move(id.error()));
  if (auto removed = workflow::remove_evidence(call.services, call.actor(), *id); !removed)
    return fail(std::move(removed.error()));
  return no_content();
}

Result<Answer> get_page_image(const Call& call) {
  auto id = call.path_id<EvidenceId>("id");
  if (!id) return fail(std::move(id.error()));
  auto page = call.path_id<PageNumber>("n");
  if (!page || page->value > 100'000) return fail("access.not_found");
  auto image = workflow::view_page_image(call.services, call.actor(), *id, static_cast<int>(page->value));
  if (!image) return fail(std::move(image.error()));
  auto etag = "\"" + image->content.hex.substr(0, 32) + "\"";
  if (names(call.headers, etag)) return not_modified(std::move(etag));
  auto answer = bytes_of(std::move(image->media_type), std::move(image->bytes));
  answer.headers = {{"Cache-Control", "private, max-age=86400, immutable"}, {"ETag", std::move(etag)}};
  return answer;
}

Result<Answer> explain_finding(const Call& call) {
  auto id = call.path_id<FindingId>("id");
  if (!id) return fail(std::move(id.error()));
  auto text = text_member(call, "text");
  if (!text) return fail(std::move(text.error()));
  auto finding = workflow::explain_finding(call.services, call.actor(), *id, *text);
  if (!finding) return fail(std::move(finding.error()));
  return ok(finding_json(*finding));
}

}  // namespace mizan::http::resources
