// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the recogniser of text again about words of a page.
#pragma once

#include "verification/likelihood/witness.hpp"
#include "verification/page_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::verification {

/// What it says of a text in any of these spellings (persian::skeleton, in reading order) at the tokens, which stand in
/// reading order too. Nothing where it did not read all of them.
[[nodiscard]] std::optional<Witness> asked_about(const std::vector<const Token*>& tokens, const LetterClasses& letters,
                                                 const std::vector<std::u32string>& spellings);

}  // namespace mizan::verification
