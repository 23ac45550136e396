// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/view_uploads.hpp"

#include "workflow/uploads/upload_in_hand.hpp"
#include "workflow/uploads/upload_refusal.hpp"

#include <chrono>
#include <utility>

namespace mizan::workflow {
namespace {

/// By the first bytes of an upload that has all of them; nothing where somebody holds it just now. Who comes meanwhile
/// waits that long, and is not told that it is busy.
Result<std::optional<DocumentFormat>> format_of(const Services& services, const ResumableUpload& upload) {
  if (upload.state != UploadState::complete) return std::nullopt;
  auto seat = services.uploads.take(upload.id, {}, std::chrono::milliseconds(0));
  if (!seat) return std::nullopt;
  auto file = services.staging.open(upload.id);
  if (!file && file.error().code == ProblemCode("upload.busy")) return std::nullopt;
  if (!file) return fail(std::move(file.error()));
  if (*file == nullptr) return std::nullopt;
  return staged_format(**file);
}

/// Nothing where a row waits for bytes that have gone.
Result<std::optional<UploadLine>> line_of(const Services& services, const Actor& actor, ResumableUpload upload) {
  UploadLine line;
  if (upload.state == UploadState::refused) {
    line.problem = refusal_of(services, actor, upload);
  } else if (is_whole(upload.state)) {
    line.offset = upload.length.value_or(0);
  } else {
    auto bytes = services.staging.size(upload.id);
    if (!bytes) return fail(std::move(bytes.error()));
    if (!*bytes) return std::nullopt;
    line.offset = **bytes;
  }
  auto format = format_of(services, upload);
  if (!format) return fail(std::move(format.error()));
  line.format = *format;
  line.upload = std::move(upload);
  return std::optional(std::move(line));
}

}  // namespace

Result<UploadStanding> view_upload(const Services& services, const Actor& actor, std::string_view id) {
  auto hand = take_upload(services, actor, id);
  if (!hand) return fail(std::move(hand.error()));
  if (hand->has_all())
    if (auto settled = settle_upload(services, actor, *hand); !settled) return fail(std::move(settled.error()));
  const auto offset = hand->offset();
  return UploadStanding{std::move(hand->upload), offset};
}

Result<std::vector<UploadLine>> list_uploads(const Services& services, const Actor& actor, DeclarationId declaration) {
  auto uploads = services.database.read(
      [&](storage::Stores& stores) { return stores.uploads().unfinished(actor.account, services.clock.now()); });
  if (!uploads) return fail(std::move(uploads.error()));
  std::vector<UploadLine> list;
  for (auto& upload : *uploads) {
    if (declaration.stored() && upload.declaration != declaration) continue;
    auto line = line_of(services, actor, std::move(upload));
    if (!line) return fail(std::move(line.error()));
    if (*line) list.push_back(std::move(**line));
  }
  return list;
}

}  // namespace mizan::workflow
