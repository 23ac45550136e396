// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/passwords.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "workflow/secret_hash.hpp"

namespace mizan::workflow {
namespace {

HashCost cost_of(const AccountRules& rules) {
  return {rules.password_operations, rules.password_memory};
}

Problem weak(const AccountRules& rules) {
  const auto minimum = std::to_string(rules.password_minimum);
  return Problem("account.password_weak")
      .on_field("new_password")
      .with("minimum", persian::persian_digits(minimum))
      .with("minimum_en", minimum);
}

}  // namespace

bool is_first_password(std::string_view typed, std::string_view national_code, const AccountRules& rules) {
  const auto latin = persian::latin_digits(typed);
  return latin == national_code || latin == std::string(national_code) + rules.first_password_suffix;
}

Outcome check_new_password(std::string_view typed, std::string_view national_code, const AccountRules& rules) {
  const auto characters = persian::decode(typed).size();
  if (characters < rules.password_minimum || characters > rules.password_maximum ||
      typed.find('\0') != std::string_view::npos || is_first_password(typed, national_code, rules))
    return fail(weak(rules));
  return {};
}

// A Persian keyboard types Persian digits where a Latin one types Latin ones: both are the same password.
Result<std::string> hash_password(std::string_view password, const AccountRules& rules) {
  return hash_secret(persian::latin_digits(password), cost_of(rules));
}

bool password_matches(std::string_view typed, const std::optional<Account>& account, const AccountRules& rules) {
  const bool too_long = typed.size() > rules.password_maximum * 4;
  return secret_matches(too_long ? std::string() : persian::latin_digits(typed),
                        account && !too_long ? account->password_hash : std::string(), cost_of(rules));
}

}  // namespace mizan::workflow
