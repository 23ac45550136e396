// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this build is watched by sanitizers: they reserve terabytes of address space and make system calls that no
// wall lets through, so that such builds do without some limits.
#pragma once

namespace mizan::process {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool k_sanitized = true;
#else
inline constexpr bool k_sanitized = false;
#endif

}  // namespace mizan::process
