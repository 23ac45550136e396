// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mizan::workflow {

/// What people type into a search, as the register spells it: Persian letters, Latin digits, single blanks.
[[nodiscard]] std::string search_text(std::string_view typed);

}  // namespace mizan::workflow
