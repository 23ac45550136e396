// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the numbers of a page, as our own recogniser reads them, among the words that the others read.
#pragma once

#include "documents/reader/image.hpp"
#include "documents/reader/numbers/number_recogniser.hpp"
#include "documents/reader/pieces.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// The numbers in one piece of `image` (grey, ruled lines and all, with contrast): words of one reading with their
/// number_steps, boxes in pixels of the image.
[[nodiscard]] std::vector<Word> numbers_in(const Piece& piece, const Pix& image, const NumberRecogniser& recogniser);

/// A number takes the place of the words that other recognisers made of its ink. Where a word reaches beyond it
/// («پلاک۱۲»), the word keeps its letters and gives up its digits.
void place_numbers(std::vector<Word>& words, std::vector<Word> numbers);

}  // namespace mizan::documents
