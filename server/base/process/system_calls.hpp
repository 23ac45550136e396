// SPDX-License-Identifier: GPL-3.0-or-later
// The system calls that a process behind walls may make (sandbox.hpp).
#pragma once

#include "base/result.hpp"

#include <linux/filter.h>

#include <vector>

namespace mizan::process {

enum class Inside;

/// The filter as the kernel takes it: everything that is not allowed answers EPERM (clone3 ENOSYS, so that libraries
/// fall back; ioctl ENOTTY, as of files that are no terminals). Fails with `server.internal`.
[[nodiscard]] Result<std::vector<sock_filter>> filter_for(Inside inside);

}  // namespace mizan::process
