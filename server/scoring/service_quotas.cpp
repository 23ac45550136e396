// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/service_quotas.hpp"

#include <algorithm>
#include <tuple>

namespace mizan::scoring {

std::vector<std::string> services_for(Rank rank, std::span<const Service> on_offer, const RankRules& rules) {
  const auto quota =
      std::find_if(rules.quotas.begin(), rules.quotas.end(), [&](const Quota& row) { return row.rank == rank; });
  if (rank.value == 0 || quota == rules.quotas.end() || on_offer.empty()) return {};

  std::vector<const Service*> open;
  for (const auto& service : on_offer)
    if (rank.value <= service.minimum_rank) open.push_back(&service);
  std::sort(open.begin(), open.end(), [](const Service* a, const Service* b) {
    return std::tie(b->importance, a->id) < std::tie(a->importance, b->id);
  });

  const auto share = std::max<std::size_t>(1, on_offer.size() * static_cast<std::size_t>(quota->per_cent) / 100);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(share, open.size()); ++i) ids.push_back(open[i]->id);
  return ids;
}

}  // namespace mizan::scoring
