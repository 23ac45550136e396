// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and columns of the tables that the reader found.
#pragma once

#include "verification/zones.hpp"

#include <set>
#include <string>
#include <vector>

namespace mizan::verification {

/// The claim's printed row, in the column of its field. `occurrences` are LabelIndex::find of the claim.
[[nodiscard]] std::vector<Zone> table_row_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                                const Claim& claim);

/// The cells of a column in rows that say a sum. `column` are the wordings of its head, as Occurrence::label.
[[nodiscard]] std::vector<Zone> table_sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                                const std::set<std::string>& column);

}  // namespace mizan::verification
