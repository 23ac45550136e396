// SPDX-License-Identifier: GPL-3.0-or-later
// The normal form of one typed value, or why it has none (form-definitions/README.md, "Normal form").
#pragma once

#include "base/result.hpp"
#include "forms/section.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace mizan::forms {

/// Text as people should see it again: NFC, Persian ی and ک, no bidi marks, no tatweel, single blanks, trimmed. ZWNJ
/// and the digits stay.
[[nodiscard]] std::string normal_text(std::string_view utf8);

/// True for null, a text of blanks only, and an empty list.
[[nodiscard]] bool is_absent(const nlohmann::json& typed);

/// The normal form of a present value that is no list of rows. The problem carries only its code and what the code
/// itself needs (maximum, example, bounds); naming the field and its label is the caller's.
[[nodiscard]] Result<nlohmann::json> normal_value(const ValueRule& rule, const std::string& example,
                                                  const nlohmann::json& typed);

}  // namespace mizan::forms
