// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed on an upright image, and what our own recognisers read of it.
#pragma once

#include "documents/reader/piece_reading.hpp"
#include "documents/reader/pieces.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/sheet.hpp"
#include "model/reading.hpp"

#include <optional>
#include <vector>

namespace mizan::documents {

/// Print that has been found, ready to be read. Boxes are in the pixels of `clear`.
struct Print {
  PixPtr clear;            ///< the sharp image with contrast; ruled lines are there, rows of boxes are painted over
  double enlargement = 1;  ///< of pieces of `clear` before they are read
  std::vector<Piece> pieces;
  std::vector<std::optional<PieceReading>> texts;  ///< of each piece, where the recogniser of text has been asked
  std::vector<Word> boxed;                         ///< the numbers in rows of boxes, read already
};

/// The print on a coarse upright image, boxes in its pixels; rows of boxes count as print like any other.
[[nodiscard]] std::vector<Piece> pieces_on(const Pix& coarse);

/// Of an upright sheet. `pieces` are those of its coarse image.
[[nodiscard]] Print print_of(const Sheet& sheet, std::vector<Piece> pieces, const Recognisers& recognisers);

/// The words of a few pieces spread over the page: enough to tell whether it can be read this way up.
[[nodiscard]] std::vector<Word> some_words(Print& print, const LineRecogniser& text);

/// What the general recogniser makes of a few of the pieces that `some_words` has read.
[[nodiscard]] std::vector<Word> some_opinions(const Print& print, Recogniser& recogniser);

/// All words: text, and numbers where there are any. `others` are another engine's words of the same image, asked
/// because ours are not to be trusted: they stand unless ours are worth twice as much; the rest is kept as second
/// readings.
[[nodiscard]] std::vector<Word> words_of(Print print, std::vector<Word> others, const Recognisers& recognisers);

}  // namespace mizan::documents
