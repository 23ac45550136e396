// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of print as one of our own recognisers reads it.
#pragma once

#include "documents/reader/image.hpp"
#include "documents/reader/network/line_recogniser.hpp"
#include "documents/reader/pieces.hpp"
#include "model/reading.hpp"
#include "verification/likelihood/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::documents {

struct PieceReading {
  Piece piece;
  Box crop;                    ///< what was cut out: the piece and a little room around it
  double pixels_per_step = 0;  ///< a step's width in pixels of the image
  verification::Steps steps;
  std::vector<verification::ReadCharacter> characters;  ///< from left to right
};

/// Reads a piece of `image` (grey, ruled lines and all, with contrast), enlarged first (Sheet::enlargement). Nothing
/// where there is nothing to cut out.
[[nodiscard]] std::optional<PieceReading> read_piece(const Piece& piece, const Pix& image, double enlargement,
                                                     const LineRecogniser& recogniser);

/// Where a run of the piece's characters stands: its outer characters' steps, half a pitch beyond. Not for none.
[[nodiscard]] Box box_of(const std::vector<verification::ReadCharacter>& run, const PieceReading& reading);

/// Characters from left to right as text in the order in which it is read.
[[nodiscard]] std::string logical_text(const std::vector<verification::ReadCharacter>& run);

}  // namespace mizan::documents
