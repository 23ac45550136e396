// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 and SHA-1 of bytes that come piece by piece, with the instructions that the processor has for them.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's EVP_MD_CTX

namespace mizan {

/// SHA-1 only because clients of a protocol choose it to notice damage on the way; nothing is named by it.
enum class DigestKind { sha256, sha1 };

/// A running hash; a copy runs on by itself. Throws std::runtime_error where OpenSSL does not work at all. Used by one
/// thread at a time.
class Digest {
 public:
  Digest() : Digest(DigestKind::sha256) {}
  explicit Digest(DigestKind kind);
  ~Digest();
  Digest(const Digest& other);
  Digest& operator=(const Digest& other);
  Digest(Digest&& other) noexcept = default;
  Digest& operator=(Digest&& other) noexcept = default;

  void add(std::span<const std::byte> bytes);
  /// The hash of what was added so far, as raw bytes; more may be added afterwards.
  [[nodiscard]] std::string bytes() const;
  /// The same as lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// Lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace mizan
