// SPDX-License-Identifier: GPL-3.0-or-later
// What a password must be, and how one is checked.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "workflow/account_rules.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// The national code, or the national code with the suffix: public knowledge, so they open nothing by themselves.
/// Digits of any set.
[[nodiscard]] bool is_first_password(std::string_view typed, std::string_view national_code, const AccountRules& rules);

/// Long enough, not absurdly long, and no first password. Fails with `account.password_weak` on the field new_password.
[[nodiscard]] Outcome check_new_password(std::string_view typed, std::string_view national_code,
                                         const AccountRules& rules);

/// argon2id; slow on purpose: outside transactions.
[[nodiscard]] Result<std::string> hash_password(std::string_view password, const AccountRules& rules);

/// As slow and false when there is no account, or one that was never activated.
[[nodiscard]] bool password_matches(std::string_view typed, const std::optional<Account>& account,
                                    const AccountRules& rules);

}  // namespace mizan::workflow
