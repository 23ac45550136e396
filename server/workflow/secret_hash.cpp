// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/secret_hash.hpp"

#include <sodium.h>

#include <array>
#include <map>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::ptrdiff_t k_hashes_at_once = 4;

void need_sodium() {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium does not start");
}

class Turn {
 public:
  Turn() { turns().acquire(); }
  ~Turn() { turns().release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  static std::counting_semaphore<k_hashes_at_once>& turns() {
    static std::counting_semaphore<k_hashes_at_once> semaphore(k_hashes_at_once);
    return semaphore;
  }
};

/// A hash that nothing matches, made once per cost.
std::string nobodys_hash(const HashCost& cost) {
  static std::mutex mutex;
  static std::map<std::pair<unsigned long long, std::size_t>, std::string> made;
  const std::scoped_lock lock(mutex);
  auto& hash = made[{cost.operations, cost.memory}];
  if (hash.empty()) hash = hash_secret(random_token(), cost).value_or(std::string());
  return hash;
}

}  // namespace

Result<std::string> hash_secret(std::string_view secret, const HashCost& cost) {
  need_sodium();
  const Turn turn;
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_argon2id_str(text.data(), secret.data(), secret.size(), cost.operations, cost.memory) != 0)
    return fail("server.internal", "argon2id: out of memory");
  return std::string(text.data());
}

bool secret_matches(std::string_view secret, std::string_view hash, const HashCost& cost) {
  need_sodium();
  const std::string stored = hash.empty() ? nobodys_hash(cost) : std::string(hash);
  if (stored.size() >= crypto_pwhash_STRBYTES) return false;
  const Turn turn;
  const bool same = crypto_pwhash_str_verify(stored.c_str(), secret.data(), secret.size()) == 0;
  return same && !hash.empty();
}

std::string random_token() {
  need_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string token_hash(std::string_view token) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
  crypto_hash_sha256(bytes.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

unsigned random_below(unsigned bound) {
  need_sodium();
  return randombytes_uniform(bound);
}

}  // namespace mizan::workflow
