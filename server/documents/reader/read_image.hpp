// SPDX-License-Identifier: GPL-3.0-or-later
// From the pixels of a scanned or photographed page to its words.
#pragma once

#include "documents/reader/image.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/source.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

struct ReadImage {
  Page page;
  PixPtr upright;  ///< in the pixel space of the page's boxes
  PixPtr dark;     ///< the same, all letters darker than what they stand on
  std::vector<ReadingWarning> warnings;
};

/// Evens the light, sets the page upright and straight, recognises. A page without ink becomes `blank`.
[[nodiscard]] ReadImage read_image(const SourcePage& source, Recognisers& recognisers);

}  // namespace mizan::documents
