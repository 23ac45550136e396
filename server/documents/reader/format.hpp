// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its content, whatever its name says: one kind, by one rule.
#pragma once

#include "model/document_format.hpp"
#include "model/reading.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mizan::documents {

using Format = DocumentFormat;

/// By the first bytes (format_by_start); else a ZIP by the end of its directory, because programs put themselves before
/// it. Nothing otherwise.
[[nodiscard]] std::optional<Format> format_of(std::string_view untrusted_bytes) noexcept;

/// What somebody may have hidden in a file of that format: another format beside it ("other_format_inside", params
/// `format` and `hidden`), or a second PDF behind the first ("more_than_one_document"). Warnings without a page.
[[nodiscard]] std::vector<ReadingWarning> hidden_in(std::string_view untrusted_bytes, Format format);

}  // namespace mizan::documents
