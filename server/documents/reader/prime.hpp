// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that libraries load at first use, loaded before a document's process is locked in and may no longer.
#pragma once

#include <filesystem>
#include <vector>

namespace mizan::documents {

/// Draws and reads a page with a font that is not embedded (fontconfig's tables, Poppler's), and opens the conversions
/// between character sets that Poppler asks the C library for: without these its text is silently empty. Once, in the
/// outer process, before the first fork. False when a conversion is missing.
[[nodiscard]] bool prime_libraries();

/// What libraries still open while they read: fonts, their settings and caches, Poppler's character maps.
[[nodiscard]] std::vector<std::filesystem::path> read_by_libraries();

}  // namespace mizan::documents
