// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/utf8.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace mizan::persian {
namespace {

constexpr UChar32 k_replacement = 0xFFFD;

}  // namespace

std::u32string decode(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): inside ICU's macro, put in order by its &&
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::string encode(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (const char32_t code_point : code_points) {
    auto c = static_cast<UChar32>(code_point);
    if (c < 0 || c > 0x10FFFF || U_IS_SURROGATE(static_cast<std::uint32_t>(c))) c = k_replacement;
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<std::uint32_t>(c));
    for (std::int32_t i = 0; i < length; ++i) out.push_back(static_cast<char>(bytes[i]));
  }
  return out;
}

}  // namespace mizan::persian
