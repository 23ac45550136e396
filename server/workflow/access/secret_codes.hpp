// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that a person reads out and another types: activation codes, recovery codes.
#pragma once

#include "base/result.hpp"
#include "workflow/account_rules.hpp"

#include <string>
#include <string_view>

namespace mizan::workflow {

/// Twelve random digits in groups, "4821-0937-5526": readable over the telephone, typed on any keyboard. Shown once.
[[nodiscard]] std::string make_secret_code();

/// argon2id of the code's digits; what is stored. Slow on purpose: call it outside transactions. Fails with
/// `server.internal` when there is no memory for it.
[[nodiscard]] Result<std::string> hash_secret_code(std::string_view code, const AccountRules& rules);

/// Whether the typed text (any digits, any grouping) is the code of this hash. With an empty hash it takes as long and
/// is false. Slow on purpose: call it outside transactions.
[[nodiscard]] bool secret_code_matches(std::string_view typed, std::string_view hash, const AccountRules& rules);

}  // namespace mizan::workflow
