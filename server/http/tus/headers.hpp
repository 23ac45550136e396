// SPDX-License-Identifier: GPL-3.0-or-later
// The header fields of the tus protocol (https://tus.io/protocols/resumable-upload, version 1.0.0).
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "http/call.hpp"
#include "workflow/uploads/receive_upload.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::http::tus {

inline constexpr std::string_view k_version = "1.0.0";
inline constexpr std::string_view k_extensions =
    "creation,creation-with-upload,creation-defer-length,expiration,checksum,termination";
inline constexpr std::string_view k_checksums = "sha256,sha1";
inline constexpr std::string_view k_piece_type = "application/offset+octet-stream";

/// A field by its lower-case name; empty when absent.
[[nodiscard]] std::string_view field(const Parameters& headers, std::string_view name);

/// A field that is a number of bytes: decimal digits alone. Nothing when absent; fails with `request.malformed`.
[[nodiscard]] Result<std::optional<std::uint64_t>> byte_count(const Parameters& headers, std::string_view name);

/// Of a creation: a length, or Upload-Defer-Length: 1 and then nothing. Exactly one of the two.
[[nodiscard]] Result<std::optional<std::uint64_t>> announced_length(const Parameters& headers);

/// Upload-Checksum, "sha1 <base64>". Nothing when absent; fails with `request.malformed` for an algorithm that is not
/// offered or a hash that is none of its size.
[[nodiscard]] Result<std::optional<workflow::PieceChecksum>> checksum(const Parameters& headers);

/// As HTTP writes moments: "Thu, 26 Nov 2026 05:00:00 GMT".
[[nodiscard]] std::string http_date(Instant moment);

}  // namespace mizan::http::tus
