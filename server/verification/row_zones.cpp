// SPDX-License-Identifier: GPL-3.0-or-later
// The N-th printed row of a table and the field's column in it: from the reader's tables, or from aligned lines.
#include "verification/zones.hpp"

#include "base/persian/utf8.hpp"
#include "verification/aligned_lines.hpp"
#include "verification/table_rows.hpp"

#include <set>
#include <string>

namespace mizan::verification {

std::vector<Zone> row_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  auto zones = table_row_zones(page, occurrences, claim);
  if (zones.empty()) zones = row_label_zones(page, occurrences, claim);
  if (zones.empty()) zones = aligned_row_zones(page, occurrences, claim);
  return zones;
}

std::vector<Zone> sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  if (claim.column_labels.empty()) return {};
  std::set<std::string> column;
  for (const auto* labels : {&claim.column_labels, &claim.labels})
    for (const auto& label : *labels) column.insert(persian::encode(label_letters(label)));
  // The sum may be of this page alone: it proves, and does not contradict.
  auto zones = table_sum_zones(page, occurrences, column);
  if (zones.empty()) zones = aligned_sum_zones(page, occurrences, column);
  for (auto& zone : zones) zone.doubtful_owner = true;
  return zones;
}

}  // namespace mizan::verification
