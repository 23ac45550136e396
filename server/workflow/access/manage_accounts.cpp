// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/manage_accounts.hpp"

#include "base/persian/identifiers.hpp"
#include "workflow/access/passwords.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/real_time.hpp"

#include <functional>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::chrono::days k_until_unlocked{36'500};

enum class Sessions { keep, end };

Outcome change(const Services& services, const Actor& actor, std::string_view national_code, std::string action,
               Sessions sessions, const std::function<void(Account&)>& edit) {
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    auto account = stores.accounts().find_by_national_code(
        persian::national_code(national_code).value_or(std::string(national_code)));
    if (!account) return fail(std::move(account.error()));
    if (!*account) return fail("account.unknown");
    edit(**account);
    if (auto updated = stores.accounts().update(**account); !updated) return updated;
    if (sessions == Sessions::end)
      if (auto ended = stores.accounts().remove_sessions_of((*account)->id); !ended) return ended;
    return record(stores.audit(), actor, services.clock.now(), std::move(action),
                  "account/" + std::to_string((*account)->id.value));
  });
}

}  // namespace

Outcome lock_account(const Services& services, const Actor& actor, std::string_view national_code) {
  if (actor.role != Role::operator_) return fail("access.forbidden");
  return change(services, actor, national_code, "account.locked", Sessions::end,
                [&](Account& account) { account.locked_until = real_now(services.clock) + k_until_unlocked; });
}

Outcome unlock_account(const Services& services, const Actor& actor, std::string_view national_code) {
  if (actor.role != Role::operator_) return fail("access.forbidden");
  return change(services, actor, national_code, "account.unlocked", Sessions::keep, [](Account& account) {
    account.failed_sign_ins = 0;
    account.locked_until.reset();
  });
}

Result<std::string> renew_activation_code(const Services& services, const Actor& actor,
                                          std::string_view national_code) {
  if (actor.role != Role::operator_) return fail("access.forbidden");
  auto code = make_secret_code();
  auto hash = hash_secret_code(code, services.limits.accounts);
  if (!hash) return fail(std::move(hash.error()));
  auto changed = change(services, actor, national_code, "account.code_renewed", Sessions::end, [&](Account& account) {
    account.password_hash.clear();
    account.activation_hash = *hash;
  });
  if (!changed) return fail(std::move(changed.error()));
  return code;
}

Outcome assign_password(const Services& services, const Actor& actor, std::string_view national_code,
                        std::string_view password) {
  if (actor.role != Role::operator_) return fail("access.forbidden");
  const auto canonical = persian::national_code(national_code).value_or(std::string(national_code));
  if (auto strong = check_new_password(password, canonical, services.limits.accounts); !strong) return strong;
  auto hash = hash_password(password, services.limits.accounts);
  if (!hash) return fail(std::move(hash.error()));
  return change(services, actor, canonical, "account.password_assigned", Sessions::end, [&](Account& account) {
    account.password_hash = *hash;
    account.activation_hash.clear();
    account.failed_sign_ins = 0;
    account.locked_until.reset();
  });
}

}  // namespace mizan::workflow
