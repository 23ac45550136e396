// SPDX-License-Identifier: GPL-3.0-or-later
// A person proves who he or she is by password, and may stop being signed in.
#pragma once

#include "workflow/access/sessions.hpp"

#include <string>

namespace mizan::workflow {

/// Replaces the visitor's session by a signed-in one. Unknown accounts and wrong passwords get the same answer after
/// the same work. A first password is answered alike whether or not such an account exists. Fails with
/// `account.sign_in_failed`, `account.activation_required`, `account.locked`, `access.too_many_requests`.
[[nodiscard]] Result<BegunSession> sign_in(const Services& services, const Visitor& visitor,
                                           std::string_view national_code, std::string_view password);

/// Ends the visitor's session; doing so twice is no error.
[[nodiscard]] Outcome sign_out(const Services& services, const Visitor& visitor);

}  // namespace mizan::workflow
