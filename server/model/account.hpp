// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, what an actor may see, and server-side sessions.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// The public has no account. `operator_` is the command line and the workers: the machine's own actor.
enum class Role { office, expert, cra, operator_ };

struct Account {
  AccountId id;
  std::string national_code;  ///< the user name, ten Latin digits
  std::string name;
  Role role = Role::office;
  std::string password_hash;    ///< argon2id; empty until the account is activated
  std::string activation_hash;  ///< argon2id of the activation code made at import; empty once used
  int failed_sign_ins = 0;      ///< in a row, since the last success
  std::optional<Instant> locked_until;
  Instant created_at;
};

/// How a person is tied to an office; one person may hold several offices and one office may have several persons.
enum class OfficeTie { licensee, user };

/// Which rows an actor may see. Every query of the stores takes one, so that no route can forget it.
/// A default-made scope sees nothing.
class Scope {
 public:
  Scope() = default;
  [[nodiscard]] static Scope everything() { return Scope(Reach::everything, {}, {}); }
  [[nodiscard]] static Scope of_provinces(std::vector<std::string> codes) {
    return Scope(Reach::provinces, std::move(codes), {});
  }
  [[nodiscard]] static Scope of_offices(std::vector<OfficeId> ids) { return Scope(Reach::offices, {}, std::move(ids)); }

  enum class Reach { nothing, offices, provinces, everything };
  [[nodiscard]] Reach reach() const noexcept { return m_reach; }
  [[nodiscard]] const std::vector<std::string>& provinces() const noexcept { return m_provinces; }
  [[nodiscard]] const std::vector<OfficeId>& offices() const noexcept { return m_offices; }
  [[nodiscard]] bool covers(OfficeId office, std::string_view province) const;

 private:
  Scope(Reach reach, std::vector<std::string> provinces, std::vector<OfficeId> offices)
      : m_reach(reach), m_provinces(std::move(provinces)), m_offices(std::move(offices)) {}

  Reach m_reach = Reach::nothing;
  std::vector<std::string> m_provinces;
  std::vector<OfficeId> m_offices;
};

/// Who is asking. Made from a session (or by the command line), handed to every use case.
struct Actor {
  AccountId account;  ///< 0 for the operator
  Role role = Role::operator_;
  std::string name;
  Scope scope;
  std::string address;  ///< where the request came from, for the audit
};

/// Experts and CRA look at offices; offices and the public do not.
[[nodiscard]] inline bool reviews_offices(const Actor& actor) {
  return actor.role == Role::expert || actor.role == Role::cra;
}

/// A signed-in browser. The token itself is known to the browser only.
struct Session {
  std::string token_hash;  ///< SHA-256 of the cookie's token, hexadecimal
  AccountId account;
  std::string csrf_token;
  Instant created_at;
  Instant seen_at;
  Instant expires_at;
};

/// A code that a region's expert issued after checking who asks.
struct RecoveryCode {
  AccountId account;
  std::string code_hash;  ///< argon2id
  AccountId issued_by;
  std::string identity_check;  ///< in the expert's words
  Instant issued_at;
  Instant expires_at;
  std::optional<Instant> used_at;
};

[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] bool from_text(std::string_view text, Role& role);
[[nodiscard]] std::string_view to_text(OfficeTie tie);

}  // namespace mizan
