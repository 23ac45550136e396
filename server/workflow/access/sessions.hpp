// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands behind a session cookie, and how sessions begin and end.
#pragma once

#include "model/account.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// A recognised session. `actor` has an empty scope while nobody is signed in; look at `account` before its role.
struct Visitor {
  Session session;
  std::optional<Account> account;  ///< nobody is signed in without it
  Actor actor;
};

/// A new session and the only copy of its token (256 random bits, base64url), which goes into the cookie.
struct BegunSession {
  std::string token;
  Visitor visitor;
};

/// An anonymous session: it carries the CSRF token of the sign-in form.
[[nodiscard]] Result<BegunSession> begin_session(const Services& services, std::string_view address);

/// The session of a cookie's token, with the account's scope as it is now; nothing when it is unknown, expired or its
/// account gone. Slides the expiry, at most once a minute.
[[nodiscard]] Result<std::optional<Visitor>> recognise_session(const Services& services, std::string_view token,
                                                               std::string_view address);

/// Replaces the visitor's session by a signed-in one of this account (a fresh token and CSRF token: no fixation).
[[nodiscard]] Result<BegunSession> sign_in_as(const Services& services, const Visitor& visitor, const Account& account);

}  // namespace mizan::workflow
