// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/receipt_number.hpp"

#include "workflow/secret_hash.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

constexpr int k_attempts = 20;

/// Luhn's sum over digits, the last one counted once.
int luhn_sum(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
    twice = !twice;
  }
  return sum;
}

std::string random_digits() {
  std::string digits;
  for (int i = 0; i < 9; ++i) digits += static_cast<char>('0' + random_below(10));
  const int sum = luhn_sum(digits + "0");
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace

Result<std::string> new_receipt_number(std::string_view period,
                                       const std::function<Result<bool>(const std::string&)>& is_taken) {
  for (int attempt = 0; attempt < k_attempts; ++attempt) {
    const auto digits = random_digits();
    std::string number = std::string(period) + "-" + digits.substr(0, 5) + "-" + digits.substr(5);
    auto taken = is_taken(number);
    if (!taken) return fail(std::move(taken.error()));
    if (!*taken) return number;
  }
  return fail("storage.busy", "no free receipt number in " + std::to_string(k_attempts) + " attempts");
}

bool is_receipt_number(std::string_view number) {
  if (number.size() < 11) return false;
  const auto tail = number.substr(number.size() - 11);
  if (tail[5] != '-') return false;
  const std::string digits = std::string(tail.substr(0, 5)) + std::string(tail.substr(6));
  return digits.find_first_not_of("0123456789") == std::string::npos && luhn_sum(digits) % 10 == 0;
}

}  // namespace mizan::workflow
