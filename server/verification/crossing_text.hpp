// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that run across the lines of a page: stamps and slanting watermarks. They belong to no field.
#pragma once

#include "model/reading.hpp"

#include <vector>

namespace mizan::verification {

/// One flag per Page::words. On images only by the shape of a word's box, which is all a recogniser leaves of a stamp;
/// on pages with a text layer also by how words stand to each other: those of one line stand at one height.
[[nodiscard]] std::vector<bool> crossing_text(const Page& page, int line_height);

}  // namespace mizan::verification
