// SPDX-License-Identifier: GPL-3.0-or-later
// The part `file` of a multipart/form-data body (RFC 7578), passed on as it arrives.
#pragma once

#include "http/body_source.hpp"
#include "http/upload.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace mizan::http {

/// Reads up to the beginning of the part named `file`; parts before it are skipped. Memory stays bounded: one buffer.
/// `body` must outlive the upload. Fails with `request.malformed` when the type is no multipart/form-data with a
/// boundary, the body is broken, or there is no such part.
[[nodiscard]] Result<std::unique_ptr<Upload>> open_multipart(std::string_view content_type, BodySource& body,
                                                             std::uint64_t limit);

}  // namespace mizan::http
