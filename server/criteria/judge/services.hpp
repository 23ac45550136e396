// SPDX-License-Identifier: GPL-3.0-or-later
// The services that a plugin may ask for, and the log that one of them writes.
#pragma once

#include "mizan/host.h"

#include <nlohmann/json_fwd.hpp>

namespace mizan::criteria {

/// The host of every plugin in this process.
[[nodiscard]] const mizan_host& host();

/// Lent texts and the log of the last step are forgotten.
void begin_step();

/// The lines that plugins wrote during this step: [{"level", "line"}].
[[nodiscard]] nlohmann::json log_lines();

}  // namespace mizan::criteria
