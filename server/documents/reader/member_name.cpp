// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/member_name.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>

namespace mizan::documents {
namespace {

constexpr std::int32_t k_longest_name = 200;                                // characters
constexpr UChar32 k_slash = 0x2F, k_backslash = 0x5C, k_left_out = 0x2026;  // …

/// Nothing when the bytes are no text of that encoding.
bool decode(std::string_view bytes, const char* encoding, icu::UnicodeString& out) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &error);
  if (U_FAILURE(error)) return false;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  out = icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, error);
  ucnv_close(converter);
  return U_SUCCESS(error) != 0;
}

/// Persian file names have Arabic letters beside one another. Accented Latin ones in code page 437 would, read as
/// Windows-1256, have single ones between Latin letters.
bool has_arabic_words(const icu::UnicodeString& text) {
  int arabic = 0;
  int other_letters = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (c < 0x80 || !u_isalpha(c)) continue;
    (ublock_getCode(c) == UBLOCK_ARABIC ? arabic : other_letters) += 1;
  }
  return arabic >= 2 && arabic > other_letters;
}

icu::UnicodeString decoded(std::string_view name) {
  icu::UnicodeString out;
  if (decode(name, "UTF-8", out)) return out;
  if (decode(name, "windows-1256", out) && has_arabic_words(out)) return out;
  if (decode(name, "ibm-437", out)) return out;
  return icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
}

bool shows_nothing(UChar32 c) {
  if (c == 0x200C) return false;  // the joiner that Persian words have
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ||
         type == U_SURROGATE || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

bool is_separator(char c) {
  return c == '/' || c == '\\';
}

}  // namespace

std::string member_name(std::string_view untrusted_name) {
  const auto text = decoded(untrusted_name);
  icu::UnicodeString shown;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (!shows_nothing(c)) shown.append(c == k_backslash ? k_slash : c);
  }
  if (shown.countChar32() > k_longest_name) {
    const auto from = shown.moveIndex32(shown.length(), 1 - k_longest_name);
    // Without the mark the rest could begin at the root, or with a "..".
    shown.replace(0, from, k_left_out);
  }
  std::string out;
  shown.toUTF8String(out);
  return out;
}

bool leaves_bundle(std::string_view name) noexcept {
  if (name.empty() || is_separator(name.front())) return true;
  if (name.size() > 1 && name[1] == ':') return true;  // a drive
  for (std::size_t at = 0; at <= name.size();) {
    const auto end = static_cast<std::size_t>(
        std::find_if(name.begin() + static_cast<std::ptrdiff_t>(at), name.end(), is_separator) - name.begin());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace mizan::documents
