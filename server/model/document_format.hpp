// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of documents, and how their first bytes tell them: the one table of intake and reader.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace mizan {

/// `zip` is a bundle: no document itself, but its members may be.
enum class DocumentFormat { pdf, tiff, png, jpeg, heic, zip };

/// "pdf", "tiff", …: Reading::format, BundleMember::format.
[[nodiscard]] std::string_view to_text(DocumentFormat format) noexcept;
[[nodiscard]] bool from_text(std::string_view text, DocumentFormat& format) noexcept;

/// "application/pdf", "image/tiff", …
[[nodiscard]] std::string_view media_type_of(DocumentFormat format) noexcept;

/// How many bytes of the start are enough: a PDF may have some junk before its header.
inline constexpr std::size_t k_format_bytes = 1024;

/// By the first bytes, whatever name and sender say; of PDF by "%PDF-" within k_format_bytes, where readers accept it,
/// unless something else stands first. Nothing for what is no format of ours. Whether the rest is sound only the reader
/// can tell.
[[nodiscard]] std::optional<DocumentFormat> format_by_start(std::string_view untrusted_start) noexcept;
[[nodiscard]] std::optional<DocumentFormat> format_by_start(std::span<const std::byte> untrusted_start) noexcept;

}  // namespace mizan
