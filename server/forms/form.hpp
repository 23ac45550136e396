// SPDX-License-Identifier: GPL-3.0-or-later
// What one kind of office declares: which sections, in which order.
#pragma once

#include "forms/label.hpp"
#include "model/office.hpp"

#include <string>
#include <vector>

namespace mizan::forms {

struct Form {
  std::string id;
  OfficeKind kind = OfficeKind::pishkhan;
  Label title;
  std::vector<std::string> sections;
};

}  // namespace mizan::forms
