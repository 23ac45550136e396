// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the print of a page that has been read.
#pragma once

#include "documents/page_print.hpp"
#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <span>

namespace mizan::documents {

/// The numbers among the page's words, digits in boxes of their own joined, by its lines. Of a page with next to no
/// words also the picture, where `pixels` (grey, as the file has them; may be null) show one: paper with print that
/// could not be read is none.
[[nodiscard]] PagePrint page_print(const Page& page, const Pix* pixels);

/// The views of a picture; none of an image that is paper or has next to nothing on it.
[[nodiscard]] std::vector<PictureBits> picture_views(const Pix& pixels);

}  // namespace mizan::documents
