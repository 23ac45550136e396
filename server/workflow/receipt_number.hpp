// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that an office keeps and reads out over the telephone.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// A number nobody has yet: the round's period, then nine random digits and a check digit (Luhn) in two groups,
/// "1404-2-48217-09315". Asks `is_taken` until a free one is found; fails with what that fails with.
[[nodiscard]] Result<std::string> new_receipt_number(std::string_view period,
                                                     const std::function<Result<bool>(const std::string&)>& is_taken);

/// Whether the check digit fits: a slip of one digit, or two neighbours swapped, is seen before anybody searches.
[[nodiscard]] bool is_receipt_number(std::string_view number);

}  // namespace mizan::workflow
