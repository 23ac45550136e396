// SPDX-License-Identifier: GPL-3.0-or-later
// Words as a PDF's text layer draws them, back in the order they are read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan::documents {

/// `visual` is one word, its characters from left to right as drawn. Returns it in logical order: Persian letters are
/// turned round, numbers and Latin letters stay, brackets are not mirrored, bidi marks (U+200E, 200F, 202A–202E,
/// 2066–2069) are dropped; NFC. Numbers in groups may still come in the order in which they were drawn.
[[nodiscard]] std::string logical_word(std::string_view visual_utf8);

/// Text that is in logical order already, without bidi marks; NFC.
[[nodiscard]] std::string without_bidi_marks(std::string_view logical_utf8);

/// Several characters of one glyph stand in logical order even there; turned round here, `logical_word` leaves them
/// right. `first` counts code points.
void turn_glyph(std::u32string& visual, std::size_t first, std::size_t length);

}  // namespace mizan::documents
