// SPDX-License-Identifier: GPL-3.0-or-later
// A page image at two resolutions.
#pragma once

#include "documents/reader/pix.hpp"
#include "documents/reader/tilt.hpp"

namespace mizan::documents {

/// The resolution at which print is found: letters hang together, noise has averaged out, a page is a few million
/// pixels.
inline constexpr int k_coarse_dpi = 150;
/// The highest at which print is read; more shows only how the paper is made.
inline constexpr int k_sharp_dpi = 300;

/// The same page twice: sharp to be read, coarse to find what there is to be read. Grey, with an even background. What
/// is done to a sheet is done to both; an image that need not change is shared, not copied.
struct Sheet {
  PixPtr sharp;   ///< as the source has it, between k_coarse_dpi and k_sharp_dpi where the source allows
  PixPtr coarse;  ///< at k_coarse_dpi, or what the source has
  double dpi = 0, source_dpi = 0;  ///< of `sharp`, and of what it was made of
  /// Pixels of `sharp` in one of `coarse`.
  [[nodiscard]] double sharpness() const noexcept;
};

/// Of an image of the given resolution, whatever the light was. A coarse source is enlarged at most 2.5 times.
[[nodiscard]] Sheet sheet_of(const Pix& image, double dpi);

/// A part of a sharp image of the given resolution as the recognisers read it: what is less sharp than k_sharp_dpi is
/// enlarged, and its edges, which that softens, are restored.
[[nodiscard]] PixPtr as_sharp(PixPtr part, double dpi);

/// As the functions of these names in image.hpp and tilt.hpp; where memory is out, the sheet as it was.
[[nodiscard]] Sheet turned(const Sheet& sheet, int degrees);
[[nodiscard]] Sheet straightened(const Sheet& sheet, double degrees);
[[nodiscard]] Sheet levelled(const Sheet& sheet, const Tilt& tilt);

}  // namespace mizan::documents
