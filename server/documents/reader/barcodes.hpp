// SPDX-License-Identifier: GPL-3.0-or-later
// QR, DataMatrix and PDF417 codes on a page.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Boxes are in pixels of the image, the page is left 0. Other symbologies are not looked for: they misread text.
[[nodiscard]] std::vector<Barcode> barcodes_of(const Pix& image);

}  // namespace mizan::documents
