// SPDX-License-Identifier: GPL-3.0-or-later
// Words as a PDF's text layer draws them, back in the order they are read.
#pragma once

#include <string>
#include <string_view>

namespace mizan::documents {

/// `visual` is one word, its characters from left to right as drawn. Returns it in logical order: Persian letters are turned
/// round, numbers and Latin letters stay, brackets are not mirrored, bidi marks (U+200E, 200F, 202A–202E, 2066–2069) are
/// dropped; NFC. Numbers in groups may still come in the order in which they were drawn.
[[nodiscard]] std::string logical_word(std::string_view visual_utf8);

}  // namespace mizan::documents
