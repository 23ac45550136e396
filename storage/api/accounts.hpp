// SPDX-License-Identifier: GPL-3.0-or-later
// The store of accounts, their ties to offices and provinces, sessions and recovery codes.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mizan::storage {

/// Lives as long as its transaction. Accounts carry no scope of their own: use cases reach them by the national code
/// that was typed, by the session, or through an office that the actor's scope covers.
class Accounts {
 public:
  virtual ~Accounts() = default;

  /// Fails with `account.exists` when the national code is taken.
  [[nodiscard]] virtual Result<AccountId> create(const Account& account) = 0;
  [[nodiscard]] virtual Result<std::optional<Account>> find(AccountId id) = 0;
  [[nodiscard]] virtual Result<std::optional<Account>> find_by_national_code(std::string_view national_code) = 0;
  /// Writes every member but id, national_code and created_at.
  [[nodiscard]] virtual Outcome update(const Account& account) = 0;
  [[nodiscard]] virtual Result<std::vector<Account>> list(std::optional<Role> role) = 0;

  [[nodiscard]] virtual Outcome tie_to_office(AccountId account, OfficeId office, OfficeTie tie) = 0;
  [[nodiscard]] virtual Result<std::vector<OfficeId>> offices_of(AccountId account) = 0;
  [[nodiscard]] virtual Result<std::vector<std::pair<Account, OfficeTie>>> accounts_of(OfficeId office) = 0;
  [[nodiscard]] virtual Outcome assign_province(AccountId account, std::string_view province) = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> provinces_of(AccountId account) = 0;

  [[nodiscard]] virtual Outcome add_session(const Session& session) = 0;
  [[nodiscard]] virtual Result<std::optional<Session>> find_session(std::string_view token_hash) = 0;
  [[nodiscard]] virtual Outcome touch_session(std::string_view token_hash, Instant seen_at, Instant expires_at) = 0;
  [[nodiscard]] virtual Outcome remove_session(std::string_view token_hash) = 0;
  [[nodiscard]] virtual Outcome remove_sessions_of(AccountId account) = 0;
  [[nodiscard]] virtual Outcome prune_sessions(Instant expired_before) = 0;

  [[nodiscard]] virtual Outcome add_recovery_code(const RecoveryCode& code) = 0;
  /// The newest code of this account that is neither used nor expired at `now`.
  [[nodiscard]] virtual Result<std::optional<RecoveryCode>> usable_recovery_code(AccountId account, Instant now) = 0;
  /// Marks every code of the account as used.
  [[nodiscard]] virtual Outcome spend_recovery_codes(AccountId account, Instant at) = 0;

  /// Failed sign-ins from one address, for the rate limit.
  [[nodiscard]] virtual Outcome record_failed_sign_in(std::string_view address, Instant at) = 0;
  [[nodiscard]] virtual Result<int> failed_sign_ins_since(std::string_view address, Instant since) = 0;
};

}  // namespace mizan::storage
