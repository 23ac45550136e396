// SPDX-License-Identifier: GPL-3.0-or-later
// New passwords: at activation, after a recovery code, or because somebody wants one.
#pragma once

#include "workflow/access/sessions.hpp"

#include <string>
#include <string_view>

namespace mizan::workflow {

/// First password and activation code together set the account's first own password, once, and sign in. Fails with
/// `account.sign_in_failed` (no first password), `account.code_wrong` (also: unknown, activated already),
/// `account.password_weak`, `account.locked`, `access.too_many_requests`.
struct Activation {
  std::string national_code, first_password, activation_code, new_password;
};
[[nodiscard]] Result<BegunSession> activate(const Services& services, const Visitor& visitor,
                                            const Activation& activation);

/// A region's one-time code sets a new password, ends every session of the account, and signs in. It activates an
/// account too: the region has checked who asks. Fails with `account.code_wrong` (also: unknown),
/// `account.password_weak`, `account.locked`, `access.too_many_requests`.
struct PasswordReset {
  std::string national_code, code, new_password;
};
[[nodiscard]] Result<BegunSession> reset_password(const Services& services, const Visitor& visitor,
                                                  const PasswordReset& reset);

/// Changes one's own password; every other session of the account ends. Fails with `session.required`,
/// `account.sign_in_failed` on the field current_password, `account.password_weak`, `account.locked`.
[[nodiscard]] Outcome change_password(const Services& services, const Visitor& visitor,
                                      std::string_view current_password, std::string_view new_password);

/// The end of every successful proof: forgets failures, audits `action`, and replaces the visitor's session.
[[nodiscard]] Result<BegunSession> welcome(const Services& services, const Visitor& visitor, AccountId account,
                                           std::string action);

}  // namespace mizan::workflow
