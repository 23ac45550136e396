// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator does to one account: lock, unlock, a new activation code, a new password.
#pragma once

#include "model/account.hpp"
#include "workflow/services.hpp"

#include <string>
#include <string_view>

namespace mizan::workflow {

// Operator only. All fail with `access.forbidden`, or `account.unknown` when nobody holds the national code.

/// Nobody signs in until `unlock_account`; sessions end at once.
[[nodiscard]] Outcome lock_account(const Services& services, const Actor& actor, std::string_view national_code);

/// Forgets failures and locks.
[[nodiscard]] Outcome unlock_account(const Services& services, const Actor& actor, std::string_view national_code);

/// Makes the account as new: the password is gone, sessions end, and the returned code (shown once) activates it.
[[nodiscard]] Result<std::string> renew_activation_code(const Services& services, const Actor& actor,
                                                        std::string_view national_code);

/// Sets a password without any proof, and ends the sessions. Fails with `account.password_weak` too.
[[nodiscard]] Outcome assign_password(const Services& services, const Actor& actor, std::string_view national_code,
                                      std::string_view password);

}  // namespace mizan::workflow
