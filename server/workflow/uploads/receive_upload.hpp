// SPDX-License-Identifier: GPL-3.0-or-later
// Takes in the next piece of an upload, and finishes it with the last one.
#pragma once

#include "base/digest.hpp"
#include "model/account.hpp"
#include "model/upload.hpp"
#include "workflow/services.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// The hash that the client computed over the piece, as raw bytes.
struct PieceChecksum {
  DigestKind kind = DigestKind::sha256;
  std::string bytes;
};

/// Untrusted. `read` fills a part of the buffer, 0 is the end; `interrupt` makes a waiting `read` fail and is called
/// from another thread when a second request wants the upload.
struct UploadPiece {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;              ///< that the request announces
  std::optional<std::uint64_t> length;  ///< of the whole upload, where the client knows it by now
  std::optional<PieceChecksum> checksum;
  std::function<Result<std::size_t>(std::span<std::byte>)> read;
  std::function<void()> interrupt;
};

struct UploadStanding {
  ResumableUpload upload;
  std::uint64_t offset = 0;
};

/// Streams to staging with one buffer, hashing. Whatever came of a piece that broke off is kept, on disk, unless a
/// checksum was to be held against it. The piece that completes an upload with a place answers once the evidence row is
/// written; sending it again answers the same row. One that completes a ZIP answers once it waits to be opened. A wrong
/// type ends the upload as soon as its first bytes tell. Fails with `access.not_found`, `upload.expired`, `.busy`,
/// `.offset` (its parameter says the true one),
/// `.beyond_length`, `.checksum`, `request.malformed` for a wrong length, `evidence.*`, and what `read` fails with.
[[nodiscard]] Result<UploadStanding> receive_upload(const Services& services, const Actor& actor, std::string_view id,
                                                    const UploadPiece& piece);

}  // namespace mizan::workflow
