// SPDX-License-Identifier: GPL-3.0-or-later
// argon2id, random tokens and token hashes: the only file of the workflow that calls libsodium for secrets.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace mizan::workflow {

struct HashCost {
  unsigned long long operations = 2;
  std::size_t memory = 64U << 20U;
};

// A handful of hashes run at once in one process; more wait, so that a rush of sign-ins cannot take all memory.

/// argon2id as libsodium's text (parameters and salt inside). Fails with `server.internal` when memory is short.
[[nodiscard]] Result<std::string> hash_secret(std::string_view secret, const HashCost& cost);

/// False for an empty hash too, after the same work as for one of this cost.
[[nodiscard]] bool secret_matches(std::string_view secret, std::string_view hash, const HashCost& cost);

/// 256 random bits, base64url without padding.
[[nodiscard]] std::string random_token();

/// SHA-256, lower-case hexadecimal.
[[nodiscard]] std::string token_hash(std::string_view token);

/// A whole number below `bound`, evenly spread.
[[nodiscard]] unsigned random_below(unsigned bound);

}  // namespace mizan::workflow
