// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_name.hpp"

#include "base/persian/utf8.hpp"

namespace mizan {
namespace {

constexpr std::size_t k_longest_name = 255;

}  // namespace

std::string harmless_name(std::string_view untrusted_name) {
  const auto slash = untrusted_name.find_last_of("/\\");
  if (slash != std::string_view::npos) untrusted_name.remove_prefix(slash + 1);
  std::u32string kept;
  std::size_t bytes = 0;
  for (const char32_t c : persian::decode(untrusted_name)) {
    const bool control =
        c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    if (control) continue;
    bytes += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    if (bytes > k_longest_name) break;
    kept += c;
  }
  return persian::encode(kept);
}

}  // namespace mizan
