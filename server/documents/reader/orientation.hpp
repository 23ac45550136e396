// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a page is.
#pragma once

#include "documents/reader/pix.hpp"
#include "documents/reader/recogniser.hpp"

namespace mizan::documents {

/// Degrees clockwise (0, 90, 180, 270) by which the page must be turned to stand upright. Lines of text tell whether it lies on
/// its side; the recogniser reads its densest lines both ways and is believed where it reads more. Stays 0 when nothing tells.
[[nodiscard]] int upright_rotation(const Pix& image, const Pix& ink, double dpi, Recogniser& recogniser);

}  // namespace mizan::documents
