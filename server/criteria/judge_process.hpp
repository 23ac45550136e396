// SPDX-License-Identifier: GPL-3.0-or-later
// The criteria behind the façade: a judge process that is replaced when it dies.
#pragma once

#include "criteria/criteria.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace mizan::criteria {

/// Named limits of the judge; the configuration sets them (section [judging]).
struct JudgeOptions {
  std::filesystem::path executable;                   ///< libexec/mizan-judge
  std::vector<std::filesystem::path> bundle_folders;  ///< folders that hold bundle folders (installed plugins, form-definitions/sections)
  std::filesystem::path declared_library;             ///< libdeclared.so, which runs bundles without code
  std::chrono::seconds wall{10};                      ///< of one step; the parent kills the child after this
  std::chrono::seconds cpu{60};                       ///< of the child's whole life, RLIMIT_CPU; it is replaced after that
  std::uint64_t memory = 512U << 20U;                 ///< address space of the child, RLIMIT_AS
};

/// Starts nothing yet: the child starts at the first step.
[[nodiscard]] std::unique_ptr<Criteria> make_criteria(JudgeOptions options);

}  // namespace mizan::criteria
