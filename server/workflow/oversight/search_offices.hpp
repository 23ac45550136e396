// SPDX-License-Identifier: GPL-3.0-or-later
// Offices in the actor's scope, by name, licence number or national code.
#pragma once

#include "storage/api/reports.hpp"
#include "workflow/services.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mizan::workflow {

struct OfficeSearch {
  std::vector<storage::OfficeStanding> offices;
  int total = 0;
};

/// `filter.text` may be typed with any digits and with Arabic letters. For experts (their provinces) and CRA; fails
/// with `access.forbidden` for others.
[[nodiscard]] Result<OfficeSearch> search_offices(const Services& services, const Actor& actor,
                                                  storage::OfficeFilter filter);

}  // namespace mizan::workflow
