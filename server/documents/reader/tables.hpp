// SPDX-License-Identifier: GPL-3.0-or-later
// Tables on a page: ruled ones by their lines.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Tables drawn with lines; their cells row by row from the right, with the indices of the page's words inside.
[[nodiscard]] std::vector<Table> ruled_tables(const Pix& image, const Page& page);

}  // namespace mizan::documents
