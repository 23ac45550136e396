// SPDX-License-Identifier: GPL-3.0-or-later
// Light letters on dark bands: heads of tables and sections are often printed so.
#pragma once

#include "documents/reader/pix.hpp"
#include "documents/reader/sheet.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Dark rectangles in which something light stands, of an upright coarse grey image (sheet.hpp) and in its pixels.
/// Pictures, stamps and the table under a photographed sheet are none.
[[nodiscard]] std::vector<Box> reversed_areas(const Pix& coarse);

/// The image with these areas as everything else is: dark letters on white. `sharpness`: pixels of the image in one of
/// those that the areas are given in. The image itself where there are none or memory is out.
[[nodiscard]] PixPtr with_dark_letters(const Pix& image, const std::vector<Box>& areas, double sharpness);

/// The sheet likewise, the areas in pixels of its coarse image; it shares what need not change.
[[nodiscard]] Sheet with_dark_letters(const Sheet& sheet, const std::vector<Box>& areas);

}  // namespace mizan::documents
