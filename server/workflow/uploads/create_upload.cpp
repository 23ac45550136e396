// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/create_upload.hpp"

#include "base/digest.hpp"
#include "base/log.hpp"
#include "workflow/uploads/upload_refusal.hpp"

#include <sodium.h>
#include <algorithm>
#include <array>
#include <utility>

namespace mizan::workflow {
namespace {

std::string random_id() {
  std::array<char, 16> random{};
  randombytes_buf(random.data(), random.size());
  return to_hex({random.data(), random.size()});
}

Outcome check_usage(storage::Stores& stores, const Services& services, const Actor& actor, const NewUpload& wanted) {
  const auto& rules = services.limits.uploads;
  const auto largest = services.limits.reading.bytes;
  auto usage = stores.uploads().usage(actor.account, services.clock.now(), largest);
  if (!usage) return fail(std::move(usage.error()));
  if (usage->open >= rules.unfinished) return fail(too_many_uploads(rules));
  if (usage->bytes + wanted.length.value_or(largest) > rules.unfinished_bytes) return fail(too_much_uploaded(rules));
  return {};
}

/// A full place still takes what it holds already: only a document of the same size can be that.
Outcome check_room_for(const EvidencePlace& place, const Limits& limits, std::optional<std::uint64_t> length) {
  auto room = check_room(place, limits);
  const bool may_be_there = !length || std::any_of(place.there.begin(), place.there.end(),
                                                   [&](const Evidence& evidence) { return evidence.bytes == *length; });
  return room || may_be_there ? Outcome{} : room;
}

Outcome check_place(storage::Stores& stores, const Services& services, const Actor& actor, const NewUpload& wanted) {
  if (!wanted.place) return {};
  if (wanted.length == 0U) return fail("evidence.empty");
  if (wanted.place->slot.empty() && wanted.place->purpose == EvidencePurpose::declaration)
    return check_evidence_section(stores, services, actor, *wanted.place);
  auto place = find_evidence_place(stores, services, actor, *wanted.place);
  if (!place) return fail(std::move(place.error()));
  return check_room_for(*place, services.limits, wanted.length);
}

ResumableUpload upload_of(const Services& services, const Actor& actor, const NewUpload& wanted) {
  ResumableUpload upload;
  upload.id = random_id();
  upload.account = actor.account;
  upload.length = wanted.length;
  upload.metadata = wanted.metadata;
  upload.file_name = wanted.untrusted_file_name;
  if (wanted.place) {
    upload.declaration = wanted.place->declaration;
    upload.section = wanted.place->section;
    upload.slot = wanted.place->slot;
    upload.purpose = wanted.place->purpose;
  }
  if (wanted.length == 0U) {
    upload.state = UploadState::complete;
    upload.content = {Digest().hex()};
  }
  upload.created_at = services.clock.now();
  upload.expires_at = upload.created_at + services.limits.uploads.expiry;
  return upload;
}

}  // namespace

Result<ResumableUpload> create_upload(const Services& services, const Actor& actor, const NewUpload& wanted) {
  if (actor.role != Role::office) return fail("access.forbidden");
  const auto largest = services.limits.reading.bytes;
  if (wanted.length.value_or(0) > largest) return fail(document_too_large(largest));
  auto upload = upload_of(services, actor, wanted);
  // The file before its row: a row without a file would be an upload that cannot go on.
  if (auto created = services.staging.create(upload.id); !created) return fail(std::move(created.error()));
  auto written = services.database.write([&](storage::Stores& stores) -> Outcome {
    if (auto placed = check_place(stores, services, actor, wanted); !placed) return placed;
    if (auto allowed = check_usage(stores, services, actor, wanted); !allowed) return allowed;
    return stores.uploads().create(upload);
  });
  if (written) return upload;
  if (auto removed = services.staging.remove(upload.id); !removed)
    log(LogLevel::warning, "upload.not_cleared", removed.error());
  return fail(std::move(written.error()));
}

}  // namespace mizan::workflow
