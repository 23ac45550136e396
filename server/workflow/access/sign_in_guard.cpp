// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/sign_in_guard.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/identifiers.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/real_time.hpp"
#include "workflow/secret_hash.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::chrono::hours k_unknown_memory{24};  // failures against a code without an account count this long

Problem locked(std::chrono::milliseconds left) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
  const auto text = std::to_string(std::max<std::int64_t>(minutes, 1));
  return Problem("account.locked").with("minutes", persian::persian_digits(text)).with("minutes_en", text);
}

Problem too_many(std::chrono::seconds window) {
  const auto text = std::to_string(window.count());
  return Problem("access.too_many_requests").with("seconds", persian::persian_digits(text)).with("seconds_en", text);
}

/// Codes nobody holds are counted beside the addresses, under a key that is no address and does not show the code.
std::string key_of_unknown(const Attempt& attempt) {
  return "code/" + token_hash(attempt.national_code);
}

Outcome check_unknown(storage::Accounts& accounts, const AccountRules& rules, const Attempt& attempt, Instant now) {
  const auto key = key_of_unknown(attempt);
  const auto failures = accounts.failed_sign_ins_since(key, now - k_unknown_memory);
  if (!failures) return fail(failures.error());
  const auto lock = lock_after(rules, *failures);
  for (auto age = std::chrono::minutes(1); age <= lock; ++age) {  // of the last failure, from which the lock runs
    const auto recent = accounts.failed_sign_ins_since(key, now - age);
    if (!recent) return fail(recent.error());
    if (*recent > 0) return fail(locked(lock - age + std::chrono::minutes(1)));
  }
  return {};
}

Outcome check(storage::Accounts& accounts, const AccountRules& rules, const Attempt& attempt, Instant now) {
  const auto from_address = accounts.failed_sign_ins_since(attempt.address, now - rules.address_window);
  if (!from_address) return fail(from_address.error());
  if (*from_address >= rules.address_failures) return fail(too_many(rules.address_window));
  if (!attempt.account) return check_unknown(accounts, rules, attempt, now);
  if (attempt.account->locked_until && *attempt.account->locked_until > now)
    return fail(locked(*attempt.account->locked_until - now));
  return {};
}

/// From the stored account as it is now, not as it was before the hashing: attempts may run side by side.
Outcome count_failure(storage::Stores& stores, const AccountRules& rules, const Attempt& attempt, Instant now) {
  auto recorded = stores.accounts().record_failed_sign_in(attempt.address, now);
  if (!recorded) return recorded;
  if (!attempt.account) return stores.accounts().record_failed_sign_in(key_of_unknown(attempt), now);
  auto account = stores.accounts().find(attempt.account->id);
  if (!account) return fail(std::move(account.error()));
  if (!*account) return {};
  ++(*account)->failed_sign_ins;
  const auto lock = lock_after(rules, (*account)->failed_sign_ins);
  if (lock > std::chrono::minutes(0)) (*account)->locked_until = now + lock;
  return stores.accounts().update(**account);
}

}  // namespace

std::chrono::minutes lock_after(const AccountRules& rules, int failures) {
  if (failures < rules.failures_before_lock) return std::chrono::minutes(0);
  auto lock = rules.first_lock;
  for (int i = rules.failures_before_lock; i < failures && lock < rules.longest_lock; ++i) lock *= 2;
  return std::min(lock, rules.longest_lock);
}

Result<Attempt> begin_attempt(const Services& services, std::string_view typed_national_code,
                              std::string_view address) {
  Attempt attempt;
  attempt.national_code = persian::national_code(typed_national_code).value_or(std::string(typed_national_code));
  attempt.address = address;
  auto checked = services.database.read([&](storage::Stores& stores) -> Outcome {
    auto account = stores.accounts().find_by_national_code(attempt.national_code);
    if (!account) return fail(std::move(account.error()));
    attempt.account = std::move(*account);
    return check(stores.accounts(), services.limits.accounts, attempt, real_now(services.clock));
  });
  if (!checked) return fail(std::move(checked.error()));
  return attempt;
}

Problem failed_attempt(const Services& services, const Attempt& attempt, std::string action, Problem answer) {
  auto counted = services.database.write([&](storage::Stores& stores) -> Outcome {
    auto done = count_failure(stores, services.limits.accounts, attempt, real_now(services.clock));
    if (!done || !attempt.account) return done;
    const Actor unproven{AccountId{}, Role::operator_, {}, Scope(), attempt.address};
    return record(stores.audit(), unproven, services.clock.now(), std::move(action),
                  "account/" + std::to_string(attempt.account->id.value));
  });
  if (!counted) return std::move(counted.error());
  return answer;
}

}  // namespace mizan::workflow
