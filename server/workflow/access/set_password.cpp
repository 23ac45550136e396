// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/set_password.hpp"

#include "workflow/access/passwords.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/access/sign_in_guard.hpp"
#include "workflow/audit_line.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

std::string subject_of(AccountId account) {
  return "account/" + std::to_string(account.value);
}

Actor actor_of(const Account& account, const Visitor& visitor) {
  return {account.id, account.role, account.name, Scope(), visitor.actor.address};
}

/// The account as it is now, in this transaction; it was read before the slow hashing.
Result<Account> account_now(storage::Stores& stores, AccountId id) {
  auto account = stores.accounts().find(id);
  if (!account) return fail(std::move(account.error()));
  if (!*account) return fail("account.unknown");
  return std::move(**account);
}

Problem code_wrong(std::string field) {
  return Problem("account.code_wrong").on_field(std::move(field));
}

void accept_password(Account& account, std::string hash) {
  account.password_hash = std::move(hash);
  account.activation_hash.clear();
  account.failed_sign_ins = 0;
  account.locked_until.reset();
}

}  // namespace

Result<BegunSession> activate(const Services& services, const Visitor& visitor, const Activation& activation) {
  const auto& rules = services.limits.accounts;
  auto attempt = begin_attempt(services, activation.national_code, visitor.actor.address);
  if (!attempt) return fail(std::move(attempt.error()));
  if (auto strong = check_new_password(activation.new_password, attempt->national_code, rules); !strong)
    return fail(std::move(strong.error()));
  if (!is_first_password(activation.first_password, attempt->national_code, rules))
    return fail(failed_attempt(services, *attempt, "account.activation_failed",
                               Problem("account.sign_in_failed").on_field("first_password")));
  const auto& stored = attempt->account ? attempt->account->activation_hash : std::string();
  if (!secret_code_matches(activation.activation_code, stored, rules))
    return fail(failed_attempt(services, *attempt, "account.activation_failed", code_wrong("activation_code")));
  auto hash = hash_password(activation.new_password, rules);
  if (!hash) return fail(std::move(hash.error()));

  auto set = services.database.write([&](storage::Stores& stores) -> Outcome {
    auto account = account_now(stores, attempt->account->id);
    if (!account) return fail(std::move(account.error()));
    if (account->activation_hash != stored) return fail(code_wrong("activation_code"));  // somebody else was quicker
    accept_password(*account, std::move(*hash));
    if (auto updated = stores.accounts().update(*account); !updated) return updated;
    return record(stores.audit(), actor_of(*account, visitor), services.clock.now(), "account.activated",
                  subject_of(account->id));
  });
  if (!set) return fail(std::move(set.error()));
  return welcome(services, visitor, attempt->account->id, "account.signed_in");
}

Result<BegunSession> reset_password(const Services& services, const Visitor& visitor, const PasswordReset& reset) {
  const auto& rules = services.limits.accounts;
  auto attempt = begin_attempt(services, reset.national_code, visitor.actor.address);
  if (!attempt) return fail(std::move(attempt.error()));
  if (auto strong = check_new_password(reset.new_password, attempt->national_code, rules); !strong)
    return fail(std::move(strong.error()));
  std::string stored;
  if (attempt->account) {
    auto code = services.database.read([&](storage::Stores& stores) {
      return stores.accounts().usable_recovery_code(attempt->account->id, services.clock.now());
    });
    if (!code) return fail(std::move(code.error()));
    if (*code) stored = (*code)->code_hash;
  }
  if (!secret_code_matches(reset.code, stored, rules))
    return fail(failed_attempt(services, *attempt, "account.reset_failed", code_wrong("code")));
  auto hash = hash_password(reset.new_password, rules);
  if (!hash) return fail(std::move(hash.error()));

  auto set = services.database.write([&](storage::Stores& stores) -> Outcome {
    const auto now = services.clock.now();
    auto account = account_now(stores, attempt->account->id);
    if (!account) return fail(std::move(account.error()));
    auto still = stores.accounts().usable_recovery_code(account->id, now);
    if (!still) return fail(std::move(still.error()));
    if (!*still || (*still)->code_hash != stored) return fail(code_wrong("code"));
    accept_password(*account, std::move(*hash));
    if (auto updated = stores.accounts().update(*account); !updated) return updated;
    if (auto spent = stores.accounts().spend_recovery_codes(account->id, now); !spent) return spent;
    if (auto ended = stores.accounts().remove_sessions_of(account->id); !ended) return ended;
    return record(stores.audit(), actor_of(*account, visitor), now, "account.password_reset", subject_of(account->id));
  });
  if (!set) return fail(std::move(set.error()));
  return welcome(services, visitor, attempt->account->id, "account.signed_in");
}

Outcome change_password(const Services& services, const Visitor& visitor, std::string_view current_password,
                        std::string_view new_password) {
  const auto& rules = services.limits.accounts;
  if (!visitor.account) return fail("session.required");
  auto attempt = begin_attempt(services, visitor.account->national_code, visitor.actor.address);
  if (!attempt) return fail(std::move(attempt.error()));
  if (auto strong = check_new_password(new_password, attempt->national_code, rules); !strong) return strong;
  if (!password_matches(current_password, attempt->account, rules))
    return fail(failed_attempt(services, *attempt, "account.password_change_failed",
                               Problem("account.sign_in_failed").on_field("current_password")));
  auto hash = hash_password(new_password, rules);
  if (!hash) return fail(std::move(hash.error()));

  return services.database.write([&](storage::Stores& stores) -> Outcome {
    auto account = account_now(stores, visitor.account->id);
    if (!account) return fail(std::move(account.error()));
    accept_password(*account, std::move(*hash));
    if (auto updated = stores.accounts().update(*account); !updated) return updated;
    if (auto ended = stores.accounts().remove_sessions_of(account->id); !ended) return ended;
    if (auto kept = stores.accounts().add_session(visitor.session); !kept) return kept;
    return record(stores.audit(), visitor.actor, services.clock.now(), "account.password_changed",
                  subject_of(account->id));
  });
}

Result<BegunSession> welcome(const Services& services, const Visitor& visitor, AccountId id, std::string action) {
  auto account = services.database.write([&](storage::Stores& stores) -> Result<Account> {
    auto found = account_now(stores, id);
    if (!found) return fail(std::move(found.error()));
    if (found->failed_sign_ins != 0 || found->locked_until) {
      found->failed_sign_ins = 0;
      found->locked_until.reset();
      if (auto updated = stores.accounts().update(*found); !updated) return fail(std::move(updated.error()));
    }
    auto audited =
        record(stores.audit(), actor_of(*found, visitor), services.clock.now(), std::move(action), subject_of(id));
    if (!audited) return fail(std::move(audited.error()));
    return found;
  });
  if (!account) return fail(std::move(account.error()));
  return sign_in_as(services, visitor, *account);
}

}  // namespace mizan::workflow
