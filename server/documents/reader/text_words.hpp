// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a piece of print as our own recogniser of text reads them.
#pragma once

#include "documents/reader/piece_reading.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Words of one reading, from left to right, boxes in pixels of the image; signs alone are none. A word's confidence is
/// the geometric mean of its characters'.
[[nodiscard]] std::vector<Word> text_words(const PieceReading& reading);

/// Gives each of the piece's words, whoever read them, the steps from the middle of the gap on its left to the middle
/// of the gap on its right: side by side they are the whole piece. Boxes are in the pixels of the image that was read.
void give_steps(std::vector<Word>& words, const PieceReading& reading);

}  // namespace mizan::documents
