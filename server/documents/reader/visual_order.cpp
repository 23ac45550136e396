// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/visual_order.hpp"

#include <unicode/normalizer2.h>
#include <unicode/ubiditransform.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace mizan::documents {
namespace {

bool is_bidi_mark(UChar32 c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (const auto c = text.char32At(i); !is_bidi_mark(c) && c != 0) out.append(c);
  return out;
}

icu::UnicodeString logical(const icu::UnicodeString& visual) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  const auto capacity = visual.length() * 2 + 8;
  auto* buffer = out.getBuffer(capacity);
  const auto length =
      ubiditransform_transform(nullptr, visual.getBuffer(), visual.length(), buffer, capacity, UBIDI_LTR, UBIDI_VISUAL,
                               UBIDI_RTL, UBIDI_LOGICAL, UBIDI_MIRRORING_OFF, 0, &status);
  out.releaseBuffer(U_SUCCESS(status) ? static_cast<int32_t>(length) : 0);
  return U_SUCCESS(status) ? out : visual;
}

bool has_right_to_left(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto direction = u_charDirection(text.char32At(i));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

icu::UnicodeString decoded(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string composed(icu::UnicodeString text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) text = nfc->normalize(text, status);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::string logical_word(std::string_view visual_utf8) {
  auto text = without_marks(decoded(visual_utf8));
  return composed(has_right_to_left(text) ? logical(text) : text);
}

std::string without_bidi_marks(std::string_view logical_utf8) {
  return composed(without_marks(decoded(logical_utf8)));
}

void turn_glyph(std::u32string& visual, std::size_t first, std::size_t length) {
  if (first > visual.size() || length > visual.size() - first) return;
  const auto from = visual.begin() + static_cast<std::ptrdiff_t>(first);
  std::reverse(from, from + static_cast<std::ptrdiff_t>(length));
}

}  // namespace mizan::documents
