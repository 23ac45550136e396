// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/zones.hpp"

#include <algorithm>
#include <iterator>

namespace mizan::verification {
namespace {

void append(std::vector<Zone>& out, std::vector<Zone> more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Zone> zones_of(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  std::vector<Zone> zones;
  if (claim.row > 0) return row_zones(page, occurrences, claim);
  append(zones, cell_zones(page, occurrences));
  if (!claim.role.empty()) append(zones, role_zones(page, occurrences, claim));
  append(zones, label_zones(page, occurrences, claim));
  // A wording that names the field outright outweighs one like «تاریخ», which may be the letterhead's.
  std::stable_sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) {
    if (a.generic != b.generic) return b.generic;
    if (a.doubtful_owner != b.doubtful_owner) return b.doubtful_owner;
    const auto loose = [](const Zone& zone) {
      return zone.standing == Standing::beside || zone.standing == Standing::under;
    };
    if (loose(a) != loose(b)) return loose(b);
    return a.rank < b.rank;
  });
  return zones;
}

std::vector<bool> owned_by_others(const PageView& page, const std::vector<Occurrence>& occurrences) {
  constexpr int k_reach_of_label = 6;
  std::vector<bool> owned(static_cast<std::size_t>(page.size()), false);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    if (occurrences[i].own || occurrences[i].role) continue;
    const int end = i + 1 < occurrences.size() ? occurrences[i + 1].first : page.size();
    const int line = page.token(occurrences[i].last).line;
    for (int at = occurrences[i].last + 1; at < std::min(end, occurrences[i].last + 1 + k_reach_of_label); ++at)
      if (page.token(at).line == line || page.token(at).line == line + 1) owned[static_cast<std::size_t>(at)] = true;
  }
  return owned;
}

}  // namespace mizan::verification
