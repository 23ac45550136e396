// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/upload_in_hand.hpp"

#include "base/log.hpp"
#include "workflow/uploads/upload_refusal.hpp"
#include "workflow/work_queue.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

constexpr std::size_t k_piece = 256U << 10U;

Result<ResumableUpload> find_own_upload(const Services& services, const Actor& actor, std::string_view id) {
  auto found =
      services.database.read([&](storage::Stores& stores) { return stores.uploads().find(id, actor.account); });
  if (!found) return fail(std::move(found.error()));
  if (!*found) return fail("access.not_found");
  if ((*found)->expires_at <= services.clock.now()) return fail("upload.expired");
  return std::move(**found);
}

/// The hash of everything that is there. Usually it has kept up with the bytes; after a restart they are read again.
Result<ContentHash> content_of(UploadInHand& hand) {
  auto& hash = hand.seat.hash();
  if (hash.bytes > hand.file->size()) hash = {};
  if (hash.bytes < hand.file->size()) {
    std::vector<std::byte> piece(k_piece);
    while (hash.bytes < hand.file->size()) {
      auto got = hand.file->read(hash.bytes, piece);
      if (!got) return fail(std::move(got.error()));
      if (*got == 0) return fail("storage.unavailable", "the staged file became shorter");
      hash.digest.add(std::span(piece).first(*got));
      hash.bytes += *got;
    }
  }
  return ContentHash{hash.digest.hex()};
}

/// The transaction is through; what is left over is only untidy, and the sweep takes it when the upload expires.
void clear(const Services& services, UploadInHand& hand) {
  hand.file.reset();
  hand.seat.forget();
  if (auto removed = services.staging.remove(hand.upload.id); !removed)
    log(LogLevel::warning, "upload.not_cleared", removed.error());
}

}  // namespace

Result<UploadInHand> take_upload(const Services& services, const Actor& actor, std::string_view id,
                                 std::function<void()> interrupt) {
  // Before the seat: nobody disturbs what is not theirs.
  auto upload = find_own_upload(services, actor, id);
  if (!upload) return fail(std::move(upload.error()));
  auto seat = services.uploads.take(upload->id, std::move(interrupt), services.limits.uploads.takeover);
  if (!seat) return fail(std::move(seat.error()));
  if (seat->waited()) {
    upload = find_own_upload(services, actor, id);
    if (!upload) return fail(std::move(upload.error()));
  }
  UploadInHand hand{std::move(*seat), std::move(*upload), nullptr};
  if (hand.upload.state == UploadState::refused) return fail(refusal_of(services, actor, hand.upload));
  if (is_whole(hand.upload.state)) return hand;
  auto file = services.staging.open(hand.upload.id);
  if (!file) return fail(std::move(file.error()));
  if (*file == nullptr) return fail("upload.expired", hand.upload.id + " has no staged file");
  hand.file = std::move(*file);
  return hand;
}

Problem refuse_upload(const Services& services, UploadInHand& hand, Problem problem) {
  hand.upload.state = UploadState::refused;
  hand.upload.problem = stored_refusal(problem);
  auto written = services.database.write([&](storage::Stores& stores) { return stores.uploads().update(hand.upload); });
  if (!written) return std::move(written.error());
  clear(services, hand);
  return problem;
}

EvidenceDraft draft_of(const ResumableUpload& upload) {
  return {upload.declaration, upload.section, upload.slot, upload.purpose, upload.file_name};
}

bool names_place(const ResumableUpload& upload) {
  return upload.has_place() && (upload.purpose == EvidencePurpose::objection || !upload.slot.empty());
}

Result<std::optional<DocumentFormat>> staged_format(const storage::StagedFile& file) {
  std::array<std::byte, k_format_bytes> start;
  auto got = file.read(0, start);
  if (!got) return fail(std::move(got.error()));
  return format_by_start(std::span<const std::byte>(start).first(*got));
}

Result<EvidenceView> finish_upload(const Services& services, const Actor& actor, UploadInHand& hand,
                                   const EvidenceDraft& draft) {
  if (hand.offset() == 0) return fail("evidence.empty");
  auto content = content_of(hand);
  if (!content) return fail(std::move(content.error()));
  auto place = services.database.read(
      [&](storage::Stores& stores) { return find_evidence_place(stores, services, actor, draft); });
  if (!place) return fail(std::move(place.error()));
  auto found = staged_format(*hand.file);
  if (!found) return fail(std::move(found.error()));
  auto format = accepted_format(*found, place->slot);
  if (!format) return fail(std::move(format.error()));
  if (auto published = services.staging.publish(hand.upload.id, *content); !published)
    return fail(std::move(published.error()));

  auto changed = hand.upload;
  auto view = services.database.write([&](storage::Stores& stores) -> Result<EvidenceView> {
    auto present = stores.uploads().find(changed.id, actor.account);
    if (!present) return fail(std::move(present.error()));
    if (!*present) return fail("access.not_found");
    auto again = find_evidence_place(stores, services, actor, draft);
    if (!again) return fail(std::move(again.error()));
    auto stored = store_document(stores, services, actor, *again, draft, {*content, hand.offset(), *format});
    if (!stored) return fail(std::move(stored.error()));
    changed.state = UploadState::attached;
    changed.evidence = stored->id;
    changed.content = *content;
    changed.length = hand.offset();
    if (auto updated = stores.uploads().update(changed); !updated) return fail(std::move(updated.error()));
    return evidence_view(stores, services, actor, again->subject, *stored);
  });
  if (!view) return view;
  hand.upload = std::move(changed);
  clear(services, hand);
  return view;
}

namespace {

/// The ZIP waits in staging for a worker, which needs the file to itself.
Outcome begin_opening(const Services& services, const Actor& actor, UploadInHand& hand) {
  auto content = content_of(hand);
  if (!content) return fail(std::move(content.error()));
  auto changed = hand.upload;
  changed.length = hand.offset();
  changed.state = UploadState::opening;
  changed.content = std::move(*content);
  hand.file.reset();
  auto written = services.database.write([&](storage::Stores& stores) -> Outcome {
    auto present = stores.uploads().find(changed.id, actor.account);
    if (!present) return fail(std::move(present.error()));
    if (!*present) return fail("access.not_found");
    if ((*present)->state != UploadState::open) return {};
    if (auto updated = stores.uploads().update(changed); !updated) return updated;
    return enqueue_opening(stores.jobs(), changed.id, services.clock.now());
  });
  if (!written) return written;
  hand.seat.forget();
  hand.upload = std::move(changed);
  return {};
}

}  // namespace

Outcome settle_upload(const Services& services, const Actor& actor, UploadInHand& hand) {
  if (hand.upload.state != UploadState::open) return {};
  if (hand.offset() > 0) {
    auto format = staged_format(*hand.file);
    if (!format) return fail(std::move(format.error()));
    if (*format == DocumentFormat::zip) return begin_opening(services, actor, hand);
  }
  if (names_place(hand.upload)) {
    auto view = finish_upload(services, actor, hand, draft_of(hand.upload));
    if (!view) return fail(std::move(view.error()));
    return {};
  }
  auto content = content_of(hand);
  if (!content) return fail(std::move(content.error()));
  hand.upload.state = UploadState::complete;
  hand.upload.content = std::move(*content);
  return services.database.write([&](storage::Stores& stores) { return stores.uploads().update(hand.upload); });
}

}  // namespace mizan::workflow
