// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the server can do its work, in checks that cost next to nothing.
#pragma once

#include "workflow/services.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct HealthCheck {
  std::string name;  ///< "database", "evidence", "jobs", "antivirus"
  bool ok = false;
  std::string text_fa, text_en;
};

/// Never fails: what cannot be asked is a check that is not ok.
[[nodiscard]] std::vector<HealthCheck> check_health(const Services& services);

}  // namespace mizan::workflow
