// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/secret_codes.hpp"

#include "base/persian/digits.hpp"
#include "workflow/secret_hash.hpp"

namespace mizan::workflow {
namespace {

constexpr int k_digits = 12;
constexpr int k_group = 4;

HashCost cost_of(const AccountRules& rules) {
  return {rules.code_operations, rules.code_memory};
}

}  // namespace

std::string make_secret_code() {
  std::string code;
  for (int i = 0; i < k_digits; ++i) {
    if (i != 0 && i % k_group == 0) code += '-';
    code += static_cast<char>('0' + random_below(10));
  }
  return code;
}

Result<std::string> hash_secret_code(std::string_view code, const AccountRules& rules) {
  return hash_secret(persian::digits_of(code), cost_of(rules));
}

bool secret_code_matches(std::string_view typed, std::string_view hash, const AccountRules& rules) {
  return secret_matches(persian::digits_of(typed), hash, cost_of(rules));
}

}  // namespace mizan::workflow
