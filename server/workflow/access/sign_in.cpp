// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/sign_in.hpp"

#include "workflow/access/passwords.hpp"
#include "workflow/access/set_password.hpp"
#include "workflow/access/sign_in_guard.hpp"
#include "workflow/audit_line.hpp"

#include <utility>

namespace mizan::workflow {

Result<BegunSession> sign_in(const Services& services, const Visitor& visitor, std::string_view national_code,
                             std::string_view password) {
  auto attempt = begin_attempt(services, national_code, visitor.actor.address);
  if (!attempt) return fail(std::move(attempt.error()));
  const auto& rules = services.limits.accounts;
  if (is_first_password(password, attempt->national_code, rules)) return fail("account.activation_required");
  if (!password_matches(password, attempt->account, rules))
    return fail(failed_attempt(services, *attempt, "account.sign_in_failed", Problem("account.sign_in_failed")));
  return welcome(services, visitor, attempt->account->id, "account.signed_in");
}

Outcome sign_out(const Services& services, const Visitor& visitor) {
  if (visitor.session.token_hash.empty()) return {};
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    auto removed = stores.accounts().remove_session(visitor.session.token_hash);
    if (!removed || !visitor.account) return removed;
    return record(stores.audit(), visitor.actor, services.clock.now(), "account.signed_out",
                  "account/" + std::to_string(visitor.account->id.value));
  });
}

}  // namespace mizan::workflow
