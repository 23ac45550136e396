// SPDX-License-Identifier: GPL-3.0-or-later
// The named rules of accounts, sessions and secrets; the configuration sets them (section [accounts]).
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace mizan::workflow {

/// Times of sessions and lockouts are real time: moving the clock of demonstration data ends nobody's session.
struct AccountRules {
  std::chrono::minutes session_idle{240};    ///< a session ends after this long without a request
  std::chrono::hours session_life{168};      ///< and after this long in any case
  std::chrono::minutes anonymous_idle{120};  ///< of a session nobody has signed in with

  int failures_before_lock = 5;        ///< in a row
  std::chrono::minutes first_lock{1};  ///< doubled with every failure after that
  std::chrono::minutes longest_lock{60};
  int address_failures = 60;  ///< failed attempts from one address within `address_window`
  std::chrono::minutes address_window{10};

  std::size_t password_minimum = 10;           ///< characters
  std::size_t password_maximum = 200;          ///< characters; longer ones only cost time
  std::string first_password_suffix = "@Cra";  ///< the other first password is the national code itself

  unsigned long long password_operations = 2;  ///< argon2id; 2 and 64 MiB are libsodium's interactive limits
  std::size_t password_memory = 64U << 20U;
  unsigned long long code_operations = 1;  ///< a code is random, so less work protects it as well
  std::size_t code_memory = 8U << 20U;
  std::chrono::hours recovery_code_life{24};  ///< of a code that a region issued
};

}  // namespace mizan::workflow
