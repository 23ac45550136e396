// SPDX-License-Identifier: GPL-3.0-or-later
// An upload with its seat and its staged bytes, as every use case of uploads takes it up and finishes it.
#pragma once

#include "model/account.hpp"
#include "model/document_format.hpp"
#include "model/upload.hpp"
#include "storage/api/staging.hpp"
#include "workflow/evidence/evidence_place.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/upload_desk.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// Its bytes have all come and gone on, to a document or to a worker.
[[nodiscard]] constexpr bool is_whole(UploadState state) noexcept {
  return state == UploadState::attached || state == UploadState::opening || state == UploadState::opened;
}

/// Held by one request. The file is null once the upload is attached, being opened or opened: nothing more is written.
struct UploadInHand {
  UploadDesk::Seat seat;
  ResumableUpload upload;
  std::unique_ptr<storage::StagedFile> file;

  /// How many bytes are there, or were: the file's word, or the whole length.
  [[nodiscard]] std::uint64_t offset() const {
    return file ? file->size() : is_whole(upload.state) ? upload.length.value_or(0) : 0;
  }
  [[nodiscard]] bool has_all() const { return upload.length && offset() == *upload.length; }
};

/// The actor's own upload; whoever held it is asked to stop, and so is this request, by `interrupt`, when another one
/// comes. Fails with `access.not_found`, `upload.expired`, `upload.busy`, or what a refused upload was refused with.
[[nodiscard]] Result<UploadInHand> take_upload(const Services& services, const Actor& actor, std::string_view id,
                                               std::function<void()> interrupt = {});

/// Ends the upload: its bytes go, and whoever asks for it again hears `problem`, which it returns.
[[nodiscard]] Problem refuse_upload(const Services& services, UploadInHand& hand, Problem problem);

/// Where the upload said it goes.
[[nodiscard]] EvidenceDraft draft_of(const ResumableUpload& upload);

/// Whether the last byte makes it a document: a place of a declaration needs a slot.
[[nodiscard]] bool names_place(const ResumableUpload& upload);

/// By the first bytes that are there; nothing for what is no format of ours.
[[nodiscard]] Result<std::optional<DocumentFormat>> staged_format(const storage::StagedFile& file);

/// All bytes are there: blob, evidence row, audit line, job and the upload's own row change in one transaction, or
/// nothing does and the upload can be finished again. Fails as attach_evidence does, and with `access.not_found` when
/// the upload has gone meanwhile.
[[nodiscard]] Result<EvidenceView> finish_upload(const Services& services, const Actor& actor, UploadInHand& hand,
                                                 const EvidenceDraft& draft);

/// What happens when the last byte is there: a ZIP is handed to a worker that opens it, another upload with a place is
/// finished, one without waits for it.
[[nodiscard]] Outcome settle_upload(const Services& services, const Actor& actor, UploadInHand& hand);

}  // namespace mizan::workflow
