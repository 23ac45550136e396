// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the numbers of a page, as our own recogniser reads them, among the words that the others read.
#pragma once

#include "documents/reader/piece_reading.hpp"
#include "model/reading.hpp"

#include <optional>
#include <vector>

namespace mizan::documents {

/// The numbers in what the recogniser of numbers read in a piece: words of one reading with their number_steps, boxes
/// in pixels of the image. `text` are the steps of the recogniser of text on the same crop, which it may be asked about
/// too; as many as the reading's, or none. The text is the number without signs around it, but for a clause's, «۱-۲-».
[[nodiscard]] std::vector<Word> numbers_in(const PieceReading& reading, const verification::Steps& text);

/// All that stands on a line as one number in `box`, whatever the gaps. Nothing where there is no digit.
[[nodiscard]] std::optional<Word> number_of(const Pix& line, const Box& box, const LineRecogniser& numbers,
                                            const LineRecogniser& text);

/// A number takes the place of the words that other recognisers made of its ink. Where a word reaches beyond it
/// («پلاک۱۲»), the word keeps its letters and gives up its digits. Signs that a general recogniser saw around the same
/// digits («(۱۴۰۴)», «۳-») are put around them.
void place_numbers(std::vector<Word>& words, std::vector<Word> numbers);

}  // namespace mizan::documents
