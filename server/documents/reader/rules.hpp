// SPDX-License-Identifier: GPL-3.0-or-later
// Ruled lines in a page image.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Lines that cross each other: the frame of a table or of a form.
struct RuledArea {
  Box box;
  std::vector<int> horizontal;  ///< y of the horizontal lines
  std::vector<int> vertical;    ///< x of the vertical lines
  std::vector<Box> strokes;     ///< of the horizontal lines, one or more each
};

[[nodiscard]] std::vector<RuledArea> ruled_areas(const Pix& image);

struct Unruled {
  PixPtr image;              ///< as it was where memory is out
  std::vector<Box> upright;  ///< the rules that ran from top to bottom, in pixels of the image
};

/// A grey image of about k_coarse_dpi (sheet.hpp) without the ruled lines of tables, forms and digit boxes; strokes of
/// letters stay.
[[nodiscard]] Unruled without_rules(const Pix& image);

}  // namespace mizan::documents
