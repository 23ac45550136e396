// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/issue_recovery_code.hpp"

#include "base/persian/identifiers.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/search_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::workflow {
namespace {

Result<AccountId> account_of_office(storage::Stores& stores, const Actor& actor, OfficeId office,
                                    const std::optional<std::string>& national_code) {
  auto found = stores.offices().find(office, actor.scope);
  if (!found) return fail(std::move(found.error()));
  if (!*found) return fail("access.not_found");
  if (!national_code) return fail(Problem("account.unknown").on_field("national_code"));
  auto accounts = stores.accounts().accounts_of(office);
  if (!accounts) return fail(std::move(accounts.error()));
  const auto match = std::find_if(accounts->begin(), accounts->end(), [&](const auto& row) {
    return row.first.national_code == *national_code && row.first.role == Role::office;
  });
  if (match == accounts->end()) return fail(Problem("account.unknown").on_field("national_code"));
  return match->first.id;
}

}  // namespace

Result<IssuedRecoveryCode> issue_recovery_code(const Services& services, const Actor& actor, OfficeId office,
                                               const RecoveryRequest& request) {
  if (actor.role != Role::expert) return fail("access.forbidden");
  const auto check = search_text(request.identity_check);
  if (check.empty()) return fail(Problem("account.identity_check_missing").on_field("identity_check"));
  if (check.size() > services.limits.note_characters * 4)
    return fail(Problem("answers.too_long")
                    .on_field("identity_check")
                    .with("label", "شرح احراز هویت")
                    .with("label_en", "the identity check")
                    .with("maximum", std::to_string(services.limits.note_characters)));
  const auto national_code = persian::national_code(request.national_code);
  const auto code = make_secret_code();
  auto hash = hash_secret_code(code, services.limits.accounts);  // slow on purpose: before the transaction
  if (!hash) return fail(std::move(hash.error()));
  const auto now = services.clock.now();
  const auto expires = now + services.limits.accounts.recovery_code_life;

  return services.database.write([&](storage::Stores& stores) -> Result<IssuedRecoveryCode> {
    auto account = account_of_office(stores, actor, office, national_code);
    if (!account) return fail(std::move(account.error()));
    if (auto spent = stores.accounts().spend_recovery_codes(*account, now); !spent)
      return fail(std::move(spent.error()));
    RecoveryCode row{*account, std::move(*hash), actor.account, request.identity_check, now, expires, std::nullopt};
    if (auto added = stores.accounts().add_recovery_code(row); !added) return fail(std::move(added.error()));
    if (auto recorded =
            record(stores.audit(), actor, now, "account.recovery_issued", "account/" + std::to_string(account->value),
                   office, {{"expires_at", to_iso8601(expires)}});
        !recorded)
      return fail(std::move(recorded.error()));
    return IssuedRecoveryCode{code, expires};
  });
}

}  // namespace mizan::workflow
