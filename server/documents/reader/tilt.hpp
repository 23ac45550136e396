// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of a photographed page lean when it is upright as a whole: the camera was not held level over it.
#pragma once

#include "documents/reader/pieces.hpp"
#include "documents/reader/pix.hpp"

#include <vector>

namespace mizan::documents {

/// How far lines sink to the right, pixel by pixel: half way down the page, and how much more at its foot than at its
/// head.
struct Tilt {
  double middle = 0, spread = 0;
  /// Whether some line of the page leans enough to be read for another one.
  [[nodiscard]] bool noticeable() const noexcept;
};

/// Of the pieces of an image that is so many pixels high. Level where few pieces are long enough to tell.
[[nodiscard]] Tilt tilt_of(const std::vector<Piece>& pieces, int height);

/// The image turned counter-clockwise by a small angle, as image.hpp: straightened would, and its lines made level,
/// both at once; of the same size. Nothing when memory is out.
[[nodiscard]] PixPtr levelled(const Pix& image, double degrees, const Tilt& tilt);

}  // namespace mizan::documents
