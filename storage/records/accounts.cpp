// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

constexpr std::string_view k_columns =
    "a.id, a.national_code, a.name, a.role, a.password_hash, a.activation_hash, a.failed_sign_ins, a.locked_until, "
    "a.created_at";

struct AccountRow {
  long long id = 0, failed = 0, locked = 0, created = 0;
  std::string national_code, name, role, password_hash, activation_hash;

  template <class Use>
  auto with(Use&& use) {
    return use(id, national_code, name, role, password_hash, activation_hash, failed, locked, created);
  }
  [[nodiscard]] Account account() const {
    return {AccountId{id},
            national_code,
            name,
            stored_value<Role>(role),
            password_hash,
            activation_hash,
            static_cast<int>(failed),
            optional_instant(locked),
            instant_of(created)};
  }
};

class SqlAccounts final : public Accounts {
 public:
  explicit SqlAccounts(soci::session& session) : m_session(session) {}

  Result<AccountId> create(const Account& account) override {
    return guarded([&]() -> Result<AccountId> {
      Query query(m_session);
      query << "INSERT INTO accounts (national_code, name, role, password_hash, activation_hash, failed_sign_ins, "
               "locked_until, "
               "created_at) VALUES ("
            << Param(account.national_code) << ", " << Param(account.name) << ", " << Param(to_text(account.role))
            << ", " << Param(account.password_hash) << ", " << Param(account.activation_hash) << ", "
            << Param(account.failed_sign_ins) << ", " << Param(account.locked_until) << ", "
            << Param(account.created_at) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return AccountId{id};
    });
  }

  Result<std::optional<Account>> find(AccountId id) override {
    return one([&](Query& query) { query << "a.id = " << Param(id); });
  }

  Result<std::optional<Account>> find_by_national_code(std::string_view national_code) override {
    return one([&](Query& query) { query << "a.national_code = " << Param(national_code); });
  }

  Outcome update(const Account& account) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE accounts SET name = " << Param(account.name) << ", role = " << Param(to_text(account.role))
            << ", password_hash = " << Param(account.password_hash)
            << ", activation_hash = " << Param(account.activation_hash)
            << ", failed_sign_ins = " << Param(account.failed_sign_ins)
            << ", locked_until = " << Param(account.locked_until) << " WHERE id = " << Param(account.id);
      if (query.execute() != 1) return fail("account.unknown");
      return {};
    });
  }

  Result<std::vector<Account>> list(std::optional<Role> role) override {
    return guarded([&]() -> Result<std::vector<Account>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM accounts a";
      if (role) query << " WHERE a.role = " << Param(to_text(*role));
      query << " ORDER BY a.id";
      AccountRow row;
      std::vector<Account> accounts;
      row.with([&](auto&... fields) { query.each([&] { accounts.push_back(row.account()); }, fields...); });
      return accounts;
    });
  }

  Outcome tie_to_office(AccountId account, OfficeId office, OfficeTie tie) override {
    return run([&](Query& query) {
      query << "INSERT INTO account_offices (account, office, tie) VALUES (" << Param(account) << ", " << Param(office)
            << ", " << Param(to_text(tie)) << ") ON CONFLICT (account, office) DO UPDATE SET tie = excluded.tie";
    });
  }

  Result<std::vector<OfficeId>> offices_of(AccountId account) override {
    return guarded([&]() -> Result<std::vector<OfficeId>> {
      Query query(m_session);
      query << "SELECT office FROM account_offices WHERE account = " << Param(account) << " ORDER BY office";
      long long id = 0;
      std::vector<OfficeId> offices;
      query.each([&] { offices.push_back(OfficeId{id}); }, id);
      return offices;
    });
  }

  Result<std::vector<std::pair<Account, OfficeTie>>> accounts_of(OfficeId office) override {
    return guarded([&]() -> Result<std::vector<std::pair<Account, OfficeTie>>> {
      Query query(m_session);
      query << "SELECT " << k_columns
            << ", t.tie FROM account_offices t JOIN accounts a ON a.id = t.account WHERE t.office = " << Param(office)
            << " ORDER BY t.tie, a.id";
      AccountRow row;
      std::string tie;
      std::vector<std::pair<Account, OfficeTie>> accounts;
      row.with([&](auto&... fields) {
        query.each(
            [&] { accounts.emplace_back(row.account(), tie == "licensee" ? OfficeTie::licensee : OfficeTie::user); },
            fields..., tie);
      });
      return accounts;
    });
  }

  Outcome assign_province(AccountId account, std::string_view province) override {
    return run([&](Query& query) {
      query << "INSERT INTO account_provinces (account, province) VALUES (" << Param(account) << ", " << Param(province)
            << ") ON CONFLICT DO NOTHING";
    });
  }

  Result<std::vector<std::string>> provinces_of(AccountId account) override {
    return guarded([&]() -> Result<std::vector<std::string>> {
      Query query(m_session);
      query << "SELECT province FROM account_provinces WHERE account = " << Param(account) << " ORDER BY province";
      std::string province;
      std::vector<std::string> provinces;
      query.each([&] { provinces.push_back(province); }, province);
      return provinces;
    });
  }

  Outcome add_session(const Session& session) override {
    return run([&](Query& query) {
      query << "INSERT INTO sessions (token_hash, account, csrf_token, created_at, seen_at, expires_at) VALUES ("
            << Param(session.token_hash) << ", " << Param(session.account) << ", " << Param(session.csrf_token) << ", "
            << Param(session.created_at) << ", " << Param(session.seen_at) << ", " << Param(session.expires_at) << ")";
    });
  }

  Result<std::optional<Session>> find_session(std::string_view token_hash) override {
    return guarded([&]() -> Result<std::optional<Session>> {
      Query query(m_session);
      query << "SELECT account, csrf_token, created_at, seen_at, expires_at FROM sessions WHERE token_hash = "
            << Param(token_hash);
      long long account = 0, created = 0, seen = 0, expires = 0;
      std::string csrf;
      if (!query.first(account, csrf, created, seen, expires)) return std::nullopt;
      return Session{std::string(token_hash), AccountId{account}, csrf,
                     instant_of(created),     instant_of(seen),   instant_of(expires)};
    });
  }

  Outcome touch_session(std::string_view token_hash, Instant seen_at, Instant expires_at) override {
    return run([&](Query& query) {
      query << "UPDATE sessions SET seen_at = " << Param(seen_at) << ", expires_at = " << Param(expires_at)
            << " WHERE token_hash = " << Param(token_hash);
    });
  }

  Outcome remove_session(std::string_view token_hash) override {
    return run([&](Query& query) { query << "DELETE FROM sessions WHERE token_hash = " << Param(token_hash); });
  }

  Outcome remove_sessions_of(AccountId account) override {
    return run([&](Query& query) { query << "DELETE FROM sessions WHERE account = " << Param(account); });
  }

  Outcome prune_sessions(Instant expired_before) override {
    return run([&](Query& query) { query << "DELETE FROM sessions WHERE expires_at < " << Param(expired_before); });
  }

  Outcome add_recovery_code(const RecoveryCode& code) override {
    return run([&](Query& query) {
      query << "INSERT INTO recovery_codes (account, code_hash, issued_by, identity_check, issued_at, expires_at, "
               "used_at) VALUES ("
            << Param(code.account) << ", " << Param(code.code_hash) << ", " << Param(code.issued_by) << ", "
            << Param(code.identity_check) << ", " << Param(code.issued_at) << ", " << Param(code.expires_at) << ", "
            << Param(code.used_at) << ")";
    });
  }

  Result<std::optional<RecoveryCode>> usable_recovery_code(AccountId account, Instant now) override {
    return guarded([&]() -> Result<std::optional<RecoveryCode>> {
      Query query(m_session);
      query << "SELECT code_hash, issued_by, identity_check, issued_at, expires_at FROM recovery_codes WHERE account = "
            << Param(account) << " AND used_at = 0 AND expires_at > " << Param(now) << " ORDER BY id DESC LIMIT 1";
      std::string hash, check;
      long long issued_by = 0, issued = 0, expires = 0;
      if (!query.first(hash, issued_by, check, issued, expires)) return std::nullopt;
      return RecoveryCode{account,     hash, AccountId{issued_by}, check, instant_of(issued), instant_of(expires),
                          std::nullopt};
    });
  }

  Outcome spend_recovery_codes(AccountId account, Instant at) override {
    return run([&](Query& query) {
      query << "UPDATE recovery_codes SET used_at = " << Param(at)
            << " WHERE used_at = 0 AND account = " << Param(account);
    });
  }

  Outcome record_failed_sign_in(std::string_view address, Instant at) override {
    return run([&](Query& query) {
      query << "INSERT INTO failed_sign_ins (address, at) VALUES (" << Param(address) << ", " << Param(at) << ")";
    });
  }

  Result<int> failed_sign_ins_since(std::string_view address, Instant since) override {
    return guarded([&]() -> Result<int> {
      Query query(m_session);
      query << "SELECT count(*) FROM failed_sign_ins WHERE address = " << Param(address)
            << " AND at >= " << Param(since);
      long long count = 0;
      static_cast<void>(query.first(count));
      return static_cast<int>(count);
    });
  }

 private:
  template <class Condition>
  Result<std::optional<Account>> one(Condition&& condition) {
    return guarded([&]() -> Result<std::optional<Account>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM accounts a WHERE ";
      condition(query);
      AccountRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.account()) : std::nullopt;
    });
  }

  template <class Compose>
  Outcome run(Compose&& compose) {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      compose(query);
      query.execute();
      return {};
    });
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Accounts> make_accounts(soci::session& session) {
  return std::make_unique<SqlAccounts>(session);
}

}  // namespace mizan::storage
