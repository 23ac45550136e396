// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/handlers.hpp"

#include "http/header_value.hpp"
#include "http/tus/headers.hpp"
#include "http/tus/metadata.hpp"
#include "workflow/uploads/create_upload.hpp"
#include "workflow/uploads/end_uploads.hpp"
#include "workflow/uploads/receive_upload.hpp"
#include "workflow/uploads/view_uploads.hpp"

#include <string>
#include <utility>

namespace mizan::http::tus {
namespace {

std::string upload_id(const Call& call) {
  const auto found = call.path.find("upload");
  return found == call.path.end() ? std::string() : found->second;
}

bool is_piece(const Call& call) {
  return parse_header_value(field(call.headers, "content-type")).word == k_piece_type;
}

Answer answer_of(int status, const workflow::UploadStanding& standing) {
  Answer answer;
  answer.status = status;
  answer.headers["Upload-Offset"] = std::to_string(standing.offset);
  answer.headers["Upload-Expires"] = http_date(standing.upload.expires_at);
  if (standing.upload.evidence.stored())
    answer.headers["Mizan-Evidence"] = std::to_string(standing.upload.evidence.value);
  return answer;
}

/// The body of this request as a piece that begins at `offset`.
Result<workflow::UploadPiece> piece_of(const Call& call, std::uint64_t offset) {
  auto sum = checksum(call.headers);
  if (!sum) return fail(std::move(sum.error()));
  auto* body = call.raw;
  workflow::UploadPiece piece;
  piece.offset = offset;
  piece.bytes = body->length();
  piece.checksum = std::move(*sum);
  piece.read = [body](std::span<std::byte> into) { return body->read(into); };
  piece.interrupt = [body] { body->interrupt(); };
  return piece;
}

/// Creation with upload: the same request brings the first bytes. Without them on disk the client knows nothing of the
/// upload, so a refused piece takes the upload with it.
Result<workflow::UploadStanding> receive_first(const Call& call, ResumableUpload upload) {
  if (call.raw->length() == 0) return workflow::UploadStanding{std::move(upload), 0};
  auto piece = piece_of(call, 0);
  auto standing = piece ? workflow::receive_upload(call.services, call.actor(), upload.id, *piece)
                        : Result<workflow::UploadStanding>(fail(std::move(piece.error())));
  if (standing) return standing;
  if (auto ended = workflow::terminate_upload(call.services, call.actor(), upload.id); !ended)
    standing.error().internal += "; not ended: " + std::string(ended.error().code.id());
  return standing;
}

}  // namespace

Result<Answer> options(const Call& call) {
  Answer answer = no_content();
  answer.headers = {{"Tus-Version", std::string(k_version)},
                    {"Tus-Extension", std::string(k_extensions)},
                    {"Tus-Checksum-Algorithm", std::string(k_checksums)},
                    {"Tus-Max-Size", std::to_string(call.services.limits.reading.bytes)}};
  return answer;
}

Result<Answer> create(const Call& call) {
  if (call.raw->length() > 0 && !is_piece(call)) return fail("upload.content_type");
  auto length = announced_length(call.headers);
  if (!length) return fail(std::move(length.error()));
  const auto header = field(call.headers, "upload-metadata");
  auto metadata = parse_metadata(header);
  if (!metadata) return fail(std::move(metadata.error()));
  auto described = describe(*metadata);
  if (!described) return fail(std::move(described.error()));
  auto upload = workflow::create_upload(
      call.services, call.actor(),
      {*length, std::string(header), std::move(described->file_name), std::move(described->place)});
  if (!upload) return fail(std::move(upload.error()));
  const auto location = "/files/" + upload->id;
  auto standing = receive_first(call, std::move(*upload));
  if (!standing) return fail(std::move(standing.error()));
  auto answer = answer_of(201, *standing);
  answer.headers["Location"] = location;
  return answer;
}

Result<Answer> head(const Call& call) {
  auto standing = workflow::view_upload(call.services, call.actor(), upload_id(call));
  if (!standing) return fail(std::move(standing.error()));
  auto answer = answer_of(200, *standing);
  answer.headers["Cache-Control"] = "no-store";
  if (standing->upload.length)
    answer.headers["Upload-Length"] = std::to_string(*standing->upload.length);
  else
    answer.headers["Upload-Defer-Length"] = "1";
  if (!standing->upload.metadata.empty()) answer.headers["Upload-Metadata"] = standing->upload.metadata;
  return answer;
}

Result<Answer> patch(const Call& call) {
  if (!is_piece(call)) return fail("upload.content_type");
  auto offset = byte_count(call.headers, "upload-offset");
  if (!offset) return fail(std::move(offset.error()));
  if (!*offset) return fail(Problem("request.malformed", "no Upload-Offset").on_field("upload-offset"));
  auto length = byte_count(call.headers, "upload-length");
  if (!length) return fail(std::move(length.error()));
  auto piece = piece_of(call, **offset);
  if (!piece) return fail(std::move(piece.error()));
  piece->length = *length;
  auto standing = workflow::receive_upload(call.services, call.actor(), upload_id(call), *piece);
  if (!standing) return fail(std::move(standing.error()));
  return answer_of(204, *standing);
}

Result<Answer> terminate(const Call& call) {
  if (auto ended = workflow::terminate_upload(call.services, call.actor(), upload_id(call)); !ended)
    return fail(std::move(ended.error()));
  return no_content();
}

}  // namespace mizan::http::tus
