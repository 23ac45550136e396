// SPDX-License-Identifier: GPL-3.0-or-later
// The format of an upload by its first bytes; names and media types that a browser sends are not believed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace mizan::workflow {

/// How many bytes of the start are enough: a PDF may have some junk before its header.
inline constexpr std::size_t k_sniffed_bytes = 1024;

/// "pdf", "tiff", "png", "jpeg" (Reading::format, Slot::accepts); nothing for anything else. Whether the rest is sound
/// only the reader can tell.
[[nodiscard]] std::optional<std::string_view> sniff_format(std::span<const std::byte> untrusted_start);

/// "application/pdf", "image/tiff", …
[[nodiscard]] std::string_view media_type_of(std::string_view format);

}  // namespace mizan::workflow
