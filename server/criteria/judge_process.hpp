// SPDX-License-Identifier: GPL-3.0-or-later
// The criteria behind the façade: a judge process that is replaced when it dies.
#pragma once

#include "criteria/criteria.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mizan::criteria {

/// What a criterion wrote into the log: level 0 debug … 3 error.
struct JudgeLogLine {
  CriterionRef criterion;
  int level = 1;
  std::string line;
};

/// Named limits of the judge; the configuration sets them (section [judging]).
struct JudgeOptions {
  std::filesystem::path executable;  ///< libexec/mizan-judge
  std::vector<std::filesystem::path>
      bundle_folders;  ///< folders that hold bundle folders (installed plugins, form-definitions/sections)
  std::filesystem::path declared_library;        ///< libdeclared.so, which runs bundles without code
  std::chrono::seconds wall{10};                 ///< of one step; the parent kills the child after this
  std::chrono::seconds cpu{60};                  ///< of the child's whole life, RLIMIT_CPU; it is replaced after that
  std::uint64_t memory = 512U << 20U;            ///< address space of the child, RLIMIT_AS
  std::function<void(const JudgeLogLine&)> log;  ///< empty: warnings and errors go to this process's stderr
};

/// Starts nothing yet: the child starts at the first step.
[[nodiscard]] std::unique_ptr<Criteria> make_criteria(JudgeOptions options);

/// Loads the bundle in `folder` in a judge of its own and runs its steps with empty answers, twice: it must start, give
/// well formed answers, and the same ones. Fails with `plugin.*` or `process.*`.
[[nodiscard]] Outcome check_bundle(const JudgeOptions& options, const std::filesystem::path& folder);

}  // namespace mizan::criteria
