// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.hpp"

#include <sodium.h>

namespace mizan {
namespace {

constexpr int k_variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());  // libsodium's bytes
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), k_variant), '\0');
  sodium_bin2base64(out.data(), out.size(), octets(bytes), bytes.size(), k_variant);
  out.pop_back();  // its NUL
  return out;
}

std::optional<std::string> from_base64(std::string_view untrusted_text, std::size_t most) {
  const std::size_t length = untrusted_text.size() / 4 * 3 + 3;
  if (length > most + 3) return std::nullopt;
  std::string out(length, '\0');
  std::size_t used = 0;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), untrusted_text.data(),
                                       untrusted_text.size(), nullptr, &used, nullptr, k_variant);
  if (failed != 0 || used > most) return std::nullopt;
  out.resize(used);
  return out;
}

}  // namespace mizan
