// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace mizan {
namespace {

void must(bool worked) {
  if (!worked) throw std::runtime_error("OpenSSL cannot hash");
}

}  // namespace

void Digest::Free::operator()(evp_md_ctx_st* context) const noexcept {
  EVP_MD_CTX_free(context);
}

Digest::Digest(DigestKind kind) : m_context(EVP_MD_CTX_new()) {
  must(m_context != nullptr);
  must(EVP_DigestInit_ex(m_context.get(), kind == DigestKind::sha256 ? EVP_sha256() : EVP_sha1(), nullptr) == 1);
}

Digest::~Digest() = default;

Digest::Digest(const Digest& other) : m_context(EVP_MD_CTX_new()) {
  must(m_context != nullptr && EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get()) == 1);
}

Digest& Digest::operator=(const Digest& other) {
  if (this != &other) *this = Digest(other);
  return *this;
}

void Digest::add(std::span<const std::byte> bytes) {
  must(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Digest::bytes() const {
  const Digest last(*this);
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  must(EVP_DigestFinal_ex(last.m_context.get(), hash.data(), &size) == 1);
  return {reinterpret_cast<const char*>(hash.data()), size};
}

std::string Digest::hex() const {
  return to_hex(bytes());
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    text += k_digits[value >> 4U];
    text += k_digits[value & 15U];
  }
  return text;
}

}  // namespace mizan
