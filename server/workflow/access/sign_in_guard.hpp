// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down guessing: lockout per national code, rate limit per address; the same for accounts that do not exist.
#pragma once

#include "model/account.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// One attempt to prove who one is, by password or code.
struct Attempt {
  std::string national_code;  ///< canonical, or as typed when it is none
  std::string address;
  std::optional<Account> account;
};

/// Looks the account up and refuses an attempt that comes too early: `account.locked` {minutes},
/// `access.too_many_requests` {seconds}.
[[nodiscard]] Result<Attempt> begin_attempt(const Services& services, std::string_view typed_national_code,
                                            std::string_view address);

/// Counts the failure against account and address, locks the account when it was one too many, audits `action`, and
/// returns `answer` (or what the database fails with).
[[nodiscard]] Problem failed_attempt(const Services& services, const Attempt& attempt, std::string action,
                                     Problem answer);

/// How long `failures` in a row lock an account; zero below the limit.
[[nodiscard]] std::chrono::minutes lock_after(const AccountRules& rules, int failures);

}  // namespace mizan::workflow
