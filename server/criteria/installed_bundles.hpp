// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the folder of a pinned criterion among the installed bundles.
#pragma once

#include "base/result.hpp"
#include "criteria/judge_process.hpp"
#include "criteria/messages.hpp"

#include <string>

namespace mizan::criteria {

/// The bundle in `folder`, whatever its id and version. Fails with `plugin.refused` when its manifest says nothing
/// usable.
[[nodiscard]] Result<InstalledBundle> bundle_in(const JudgeOptions& options, const std::filesystem::path& folder);

/// Looks through the bundle folders at each call: bundles are installed without a restart. Fails with
/// `plugin.not_found`.
[[nodiscard]] Result<InstalledBundle> find_bundle(const JudgeOptions& options, const CriterionRef& criterion);

/// Changes when a file of the bundle is replaced, so that its judge can be replaced too.
[[nodiscard]] std::string stamp_of(const InstalledBundle& bundle);

}  // namespace mizan::criteria
