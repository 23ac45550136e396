// SPDX-License-Identifier: GPL-3.0-or-later
// Where print stands on a page, found by its ink alone: an engine that cannot read a number often finds no place for
// it.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// A stretch of print on one line, up to the next wide gap. Pixels of the image that was given.
struct Piece {
  Box box;                ///< all its ink, made level about its middle column; without strokes far above or below
  int letter_height = 0;  ///< of ordinary letters and digits in it
  double slope = 0;       ///< how far the line sinks to the right, pixel by pixel: of photographs and bent paper
};

/// Of an upright grey image of about k_coarse_dpi (sheet.hpp) without ruled lines, top to bottom, then left to right.
/// Empty when nothing looks like print. `upright_rules` (rules.hpp: without_rules) part what stands on both sides of
/// them, when they are those of a table.
[[nodiscard]] std::vector<Piece> pieces_of(const Pix& image, const std::vector<Box>& upright_rules);

}  // namespace mizan::documents
