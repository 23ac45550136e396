// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/sessions.hpp"

#include "workflow/real_time.hpp"
#include "workflow/secret_hash.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::chrono::minutes k_touch_every{1};

Instant expiry(const AccountRules& rules, const Session& session, Instant now) {
  if (!session.account.stored()) return now + rules.anonymous_idle;
  return std::min(now + Instant::duration(rules.session_idle),
                  session.created_at + Instant::duration(rules.session_life));
}

Session fresh_session(const Services& services, AccountId account, std::string_view token) {
  const auto now = real_now(services.clock);
  Session session{token_hash(token), account, random_token(), now, now, now};
  session.expires_at = expiry(services.limits.accounts, session, now);
  return session;
}

Result<Scope> scope_of(storage::Accounts& accounts, const Account& account) {
  switch (account.role) {
    case Role::cra:
      return Scope::everything();
    case Role::expert:
      return accounts.provinces_of(account.id).map(&Scope::of_provinces);
    case Role::office:
      return accounts.offices_of(account.id).map(&Scope::of_offices);
    case Role::operator_:
      break;
  }
  return Scope();
}

Result<Visitor> visitor_of(storage::Accounts& accounts, Session session, Account account, std::string_view address) {
  auto scope = scope_of(accounts, account);
  if (!scope) return fail(std::move(scope.error()));
  Actor actor{account.id, account.role, account.name, std::move(*scope), std::string(address)};
  return Visitor{std::move(session), std::move(account), std::move(actor)};
}

Visitor nobody(Session session, std::string_view address) {
  return {std::move(session), std::nullopt, {AccountId{}, Role::office, {}, Scope(), std::string(address)}};
}

Result<std::optional<Visitor>> find_visitor(storage::Stores& stores, std::string_view hash, Instant now,
                                            std::string_view address) {
  auto session = stores.accounts().find_session(hash);
  if (!session) return fail(std::move(session.error()));
  if (!*session || (*session)->expires_at <= now) return std::nullopt;
  if (!(*session)->account.stored()) return nobody(std::move(**session), address);
  auto account = stores.accounts().find((*session)->account);
  if (!account) return fail(std::move(account.error()));
  if (!*account) return std::nullopt;
  return visitor_of(stores.accounts(), std::move(**session), std::move(**account), address).map([](Visitor visitor) {
    return std::optional(std::move(visitor));
  });
}

}  // namespace

Result<BegunSession> begin_session(const Services& services, std::string_view address) {
  BegunSession begun;
  begun.token = random_token();
  begun.visitor = nobody(fresh_session(services, {}, begun.token), address);
  auto stored = services.database.write(
      [&](storage::Stores& stores) { return stores.accounts().add_session(begun.visitor.session); });
  if (!stored) return fail(std::move(stored.error()));
  return begun;
}

Result<std::optional<Visitor>> recognise_session(const Services& services, std::string_view token,
                                                 std::string_view address) {
  const auto hash = token_hash(token);
  const auto now = real_now(services.clock);
  auto visitor =
      services.database.read([&](storage::Stores& stores) { return find_visitor(stores, hash, now, address); });
  if (!visitor || !*visitor) return visitor;
  auto& session = (*visitor)->session;
  if (now - session.seen_at < k_touch_every) return visitor;
  const auto expires = expiry(services.limits.accounts, session, now);
  auto touched = services.database.write(
      [&](storage::Stores& stores) { return stores.accounts().touch_session(hash, now, expires); });
  if (!touched && touched.error().code != ProblemCode("storage.busy")) return fail(std::move(touched.error()));
  if (touched) session.expires_at = expires;  // a busy database postpones the sliding, nothing else
  return visitor;
}

Result<BegunSession> sign_in_as(const Services& services, const Visitor& visitor, const Account& account) {
  BegunSession begun;
  begun.token = random_token();
  const auto session = fresh_session(services, account.id, begun.token);
  auto signed_in = services.database.write([&](storage::Stores& stores) -> Result<Visitor> {
    if (!visitor.session.token_hash.empty()) {
      auto removed = stores.accounts().remove_session(visitor.session.token_hash);
      if (!removed) return fail(std::move(removed.error()));
    }
    auto added = stores.accounts().add_session(session);
    if (!added) return fail(std::move(added.error()));
    return visitor_of(stores.accounts(), session, account, visitor.actor.address);
  });
  if (!signed_in) return fail(std::move(signed_in.error()));
  begun.visitor = std::move(*signed_in);
  return begun;
}

}  // namespace mizan::workflow
