// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as a plugin sees it: mizan_values over a tree that the host owns.
#pragma once

#include "mizan/values.h"

#include <nlohmann/json.hpp>

namespace mizan::criteria {

/// Valid as long as `tree`; lent texts until the step ends.
[[nodiscard]] mizan_values values_of(const nlohmann::json& tree);

}  // namespace mizan::criteria
