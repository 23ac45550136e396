// SPDX-License-Identifier: GPL-3.0-or-later
// Ruled lines in a page image.
#pragma once

#include "documents/reader/pix.hpp"
#include "documents/reader/ruled_line.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Rules that touch each other: those of a table, of a form, or of a frame.
struct RuledArea {
  Box box;
  std::vector<RuledLine> across;  ///< from the top
  std::vector<RuledLine> down;    ///< from the left
};

struct Rules {
  std::vector<RuledArea> areas;
  PixPtr across, down;  ///< 1 bit: the ink that runs so, also where it is shorter than a rule; null without areas
};

/// Without those of boxes for digits.
[[nodiscard]] Rules rules_in(const Pix& image);

/// Rules less than this from each other, in pixels of an image of this height, are one.
[[nodiscard]] int one_rule(int height);

struct Unruled {
  PixPtr image;              ///< as it was where memory is out
  std::vector<Box> upright;  ///< the rules that ran from top to bottom, in pixels of the image
};

/// A grey image of about k_coarse_dpi (sheet.hpp) without the ruled lines of tables, forms and digit boxes; strokes of
/// letters stay.
[[nodiscard]] Unruled without_rules(const Pix& image);

}  // namespace mizan::documents
