// SPDX-License-Identifier: GPL-3.0-or-later
// A page image at two resolutions.
#pragma once

#include "documents/reader/pix.hpp"
#include "documents/reader/tilt.hpp"

namespace mizan::documents {

/// The resolution at which print is found: letters hang together, noise has averaged out, a page is a few million
/// pixels.
inline constexpr int k_coarse_dpi = 150;
/// The highest at which print is read, and the one that the recognisers are made for; more shows only how the paper is
/// made.
inline constexpr int k_sharp_dpi = 300;

/// The same page twice: sharp to be read, coarse to find what there is to be read. Grey, with an even background. What
/// is done to a sheet is done to both; an image that need not change is shared, not copied.
struct Sheet {
  PixPtr sharp;   ///< as the source has it, between k_coarse_dpi and k_sharp_dpi where the source allows
  PixPtr coarse;  ///< at k_coarse_dpi, or what the source has
  double dpi = 0, source_dpi = 0;  ///< of `sharp`, and of what it was made of
  /// Pixels of `sharp` in one of `coarse`.
  [[nodiscard]] double sharpness() const noexcept;
  /// By how much the recognisers have parts of `sharp` enlarged: to k_sharp_dpi where the source allows; 1 or more.
  [[nodiscard]] double enlargement() const noexcept;
};

/// Of an image of the given resolution, whatever the light was. A coarse source is enlarged at most 2.5 times.
[[nodiscard]] Sheet sheet_of(const Pix& image, double dpi);

/// As the functions of these names in image.hpp and tilt.hpp; where memory is out, the sheet as it was.
[[nodiscard]] Sheet turned(const Sheet& sheet, int degrees);
[[nodiscard]] Sheet levelled(const Sheet& sheet, double degrees, const Tilt& tilt);
/// `coarse` is the sheet's coarse image, straightened already.
[[nodiscard]] Sheet straightened(const Sheet& sheet, double degrees, const Pix& coarse);

}  // namespace mizan::documents
