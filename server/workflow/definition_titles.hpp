// SPDX-License-Identifier: GPL-3.0-or-later
// What ids of definitions are called in both languages, for lists over several rounds.
#pragma once

#include "forms/definitions.hpp"

#include <string_view>

namespace mizan::workflow {

// An id that is not installed (any more) is its own title.

/// Of the newest installed version of the criterion.
[[nodiscard]] forms::Label section_title(const forms::Definitions& definitions, std::string_view section);
[[nodiscard]] forms::Label province_title(const forms::Definitions& definitions, std::string_view province);
/// What the evidence slot that takes such documents is called: «اجاره‌نامه» for `lease`.
[[nodiscard]] forms::Label document_type_title(const forms::Definitions& definitions, std::string_view document_type);

}  // namespace mizan::workflow
