// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of small boxes for a digit each, by the strokes between them.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

struct DigitComb {
  Box box;                   ///< from the first stroke to the last
  int spacing = 0;           ///< from stroke to stroke
  std::vector<Box> strokes;  ///< those between the boxes
};

/// Of the strokes that run from top to bottom; boxes are not taller than `tallest`, and what differs by `apart` is
/// alike.
[[nodiscard]] std::vector<DigitComb> combs_of(const std::vector<Box>& strokes, int tallest, int apart);

/// Out of 1-bit images of the strokes that run across and down.
void take_out(const std::vector<DigitComb>& combs, int apart, Pix& across, Pix& down);

}  // namespace mizan::documents
