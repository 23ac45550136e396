// SPDX-License-Identifier: GPL-3.0-or-later
// The ink of a page as connected marks, of which letters and digits are made.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Pixels of the image that was given; each list from left to right. Without specks, without pictures, and without what
/// is left of rules: those would link the rows and the columns that they part.
struct Marks {
  std::vector<Box> letters;  ///< as tall as letters, or letters that touch
  std::vector<Box> small;    ///< lower: dots, Persian zeros, dashes
  std::vector<Box> faint;    ///< dots hardly darker than the paper: zeros of faint print, and much that is nothing
  std::vector<Box> strokes;  ///< much larger than letters, and thin: the rings of stamps, signatures
  PixPtr ink;                ///< all of it, 1 bit a pixel; null where nothing looks like print
  int letter_height = 0;     ///< of ordinary letters; 0 where nothing looks like print
};

/// Of an upright grey image of about k_coarse_dpi (sheet.hpp), white where paper is, without ruled lines (rules.hpp:
/// without_rules).
[[nodiscard]] Marks marks_of(const Pix& image);

}  // namespace mizan::documents
