// SPDX-License-Identifier: GPL-3.0-or-later
// The value-or-problem that every expected failure travels in.
#pragma once

#include "base/problem.hpp"

#include <tl/expected.hpp>

#include <utility>

namespace mizan {

/// A value, or the Problem that says why there is none. "Not found" is no problem where absence is an answer:
/// such functions return Result<std::optional<T>>. Exceptions are left to bugs and failed starts.
template <class T>
using Result = tl::expected<T, Problem>;

/// A Result for functions that succeed without a value.
using Outcome = Result<void>;

/// Makes the failed side of any Result: `return fail("evidence.too_many_pages");`
/// The code is checked against the catalogue while compiling.
[[nodiscard]] inline tl::unexpected<Problem> fail(Problem problem) {
  return tl::unexpected<Problem>(std::move(problem));
}

[[nodiscard]] inline tl::unexpected<Problem> fail(ProblemCode code, std::string internal = {}) {
  return tl::unexpected<Problem>(Problem(code, std::move(internal)));
}

}  // namespace mizan
