// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser is told of its session.
#pragma once

#include "model/office.hpp"
#include "workflow/access/sessions.hpp"

#include <vector>

namespace mizan::workflow {

struct SessionView {
  std::vector<Office> offices;         ///< of an office account
  std::vector<std::string> provinces;  ///< of an expert
  bool demonstration = false;
};

[[nodiscard]] Result<SessionView> view_session(const Services& services, const Visitor& visitor);

}  // namespace mizan::workflow
