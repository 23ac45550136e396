// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a page is, how far it slopes, and what is printed on it then.
#pragma once

#include "documents/reader/image.hpp"
#include "documents/reader/print.hpp"
#include "documents/reader/recogniser.hpp"

#include <vector>

namespace mizan::documents {

struct UprightImage {
  int rotation = 0;         ///< degrees clockwise that were applied
  double skew = 0;          ///< degrees that were then taken out
  PixPtr straight;          ///< at the resolution of the source
  PixPtr enlarged;          ///< at about k_recognition_dpi
  Print print;              ///< of `enlarged`
  double confidence = 0;    ///< of our own recogniser in the pieces it tried, 0 … 100; 0 where they tell nothing
  std::vector<Word> words;  ///< of the general recogniser, boxes in pixels of `enlarged`; empty where it was not asked
};

/// Words tell whether the page lies on its side; then our own recogniser of text tries some of them, and only where
/// they are not legible the other way up too. Where it is less sure than of typefaces it knows, the general recogniser
/// is asked as well. Where that decides nothing, the general recogniser reads the whole page
/// each way up: the more legible one wins; where none is legible in Persian, the one that is in Latin letters.
[[nodiscard]] UprightImage set_upright(const Pix& image, double dpi, Recognisers& recognisers);

}  // namespace mizan::documents
