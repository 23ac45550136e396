// SPDX-License-Identifier: GPL-3.0-or-later
// What the databases throw, as problems of the catalogue.
#pragma once

#include "base/result.hpp"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace mizan::storage {

/// A text that PostgreSQL would cut silently.
class NulInText : public std::runtime_error {
 public:
  NulInText() : std::runtime_error("a text with a NUL character") {}
};

/// The problem of the exception being handled; called in a catch block only. Unique and other named constraints become
/// their codes here, and nowhere else.
[[nodiscard]] Problem problem_of_current_exception();

/// Runs a store's work and turns what SOCI throws into a problem.
template <class Work>
[[nodiscard]] auto guarded(Work&& work) -> std::invoke_result_t<Work> {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    return fail(problem_of_current_exception());
  }
}

}  // namespace mizan::storage
