// SPDX-License-Identifier: GPL-3.0-or-later
// Which services the offices of each city may offer, by their ranks.
#pragma once

#include "model/rank.hpp"
#include "scoring/rank_rules.hpp"
#include "workflow/services.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct RankShare {
  Rank rank;
  int offices = 0;                    ///< of this rank in the city
  std::vector<std::string> services;  ///< ids an office of this rank may offer there
};

struct CityServices {
  std::string province, city;
  int offices = 0;  ///< unranked ones included
  std::vector<RankShare> ranks;
};

struct RoundServices {
  std::vector<Service> services;  ///< on offer anywhere
  std::vector<scoring::Quota> shares;
  std::vector<CityServices> cities;  ///< by province code and city
};

/// By the published ranks, or as they stand before the first publication. CRA and the operator. Fails with
/// `access.forbidden`, `access.not_found`.
[[nodiscard]] Result<RoundServices> round_services(const Services& services, const Actor& actor, RoundId round);

}  // namespace mizan::workflow
