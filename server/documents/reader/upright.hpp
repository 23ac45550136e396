// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a page is, how far it slopes, and what the primary recogniser reads on it then.
#pragma once

#include "documents/reader/image.hpp"
#include "documents/reader/recogniser.hpp"

#include <vector>

namespace mizan::documents {

/// Recognisers are trained at this resolution; images of other resolutions are scaled to it.
inline constexpr int k_recognition_dpi = 300;

struct UprightImage {
  int rotation = 0;                   ///< degrees clockwise that were applied
  double skew = 0;                    ///< degrees that were then taken out
  PixPtr straight;                    ///< at the resolution of the source
  PixPtr enlarged;                    ///< at about k_recognition_dpi
  std::vector<RecognisedWord> words;  ///< boxes in pixels of `enlarged`
};

/// Words tell whether the page lies on its side; then the primary recogniser reads it, and only where that is not
/// legible the other way up too. The more legible one wins; where none is legible in Persian, the one that is in Latin
/// letters.
[[nodiscard]] UprightImage set_upright(const Pix& image, double dpi, Recognisers& recognisers);

}  // namespace mizan::documents
