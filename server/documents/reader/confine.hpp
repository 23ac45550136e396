// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the process of a document gives up what it does not need, before it looks at the first byte.
#pragma once

#include "base/result.hpp"
#include "documents/reader.hpp"
#include "documents/reader/zygote.hpp"

namespace mizan::documents {

/// Resource limits of this process: address space, processor time, no files written, no core, few descriptors; stderr
/// silenced, because libraries print what uploads make them print; then the sandbox. Fails with `server.internal`, also
/// when a required protection is missing: then nothing may be parsed.
[[nodiscard]] Outcome confine(const ReadingLimits& limits, const Walls& walls);

}  // namespace mizan::documents
