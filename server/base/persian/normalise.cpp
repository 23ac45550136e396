// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/normalise.hpp"

#include "base/persian/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace mizan::persian {
namespace {

constexpr char32_t k_vanishes = 0;

struct Range {
  char32_t first, last;
};

// Marks that change how a text looks but not what it says.
constexpr std::array k_invisible{
    Range{0x00AD, 0x00AD},                         // soft hyphen
    Range{0x00B2, 0x00B3},                         // superscript 2 and 3: «m²» must not end in a digit
    Range{0x0300, 0x036F},                         // combining marks
    Range{0x0610, 0x061A}, Range{0x061C, 0x061C},  // honorifics, Arabic letter mark
    Range{0x0640, 0x0640},                         // tatweel
    Range{0x064B, 0x065F}, Range{0x0670, 0x0670},  // harakat, superscript alef
    Range{0x06D6, 0x06DC}, Range{0x06DF, 0x06E8}, Range{0x06EA, 0x06ED},  // Koranic marks
    Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x2060, 0x206F},  // zero-width, bidi
    Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF},                         // variation selectors, BOM
};

constexpr std::array k_letters{
    std::pair{U'ي', U'ی'}, std::pair{U'ى', U'ی'}, std::pair{U'ئ', U'ی'}, std::pair{U'ې', U'ی'}, std::pair{U'ے', U'ی'},
    std::pair{U'ۍ', U'ی'}, std::pair{U'ێ', U'ی'}, std::pair{U'ٸ', U'ی'}, std::pair{U'ۓ', U'ی'}, std::pair{U'ك', U'ک'},
    std::pair{U'ڪ', U'ک'}, std::pair{U'ڭ', U'ک'}, std::pair{U'أ', U'ا'}, std::pair{U'إ', U'ا'}, std::pair{U'ٱ', U'ا'},
    std::pair{U'ٲ', U'ا'}, std::pair{U'ٳ', U'ا'}, std::pair{U'ٵ', U'ا'}, std::pair{U'ؤ', U'و'}, std::pair{U'ٶ', U'و'},
    std::pair{U'ة', U'ه'}, std::pair{U'ۀ', U'ه'}, std::pair{U'ۂ', U'ه'}, std::pair{U'ہ', U'ه'}, std::pair{U'ھ', U'ه'},
    std::pair{U'ە', U'ه'}, std::pair{U'ۃ', U'ه'}, std::pair{U'ۿ', U'ه'},
};

constexpr std::array k_signs{
    std::pair{U'٫', U'.'},  std::pair{U'٬', U','},  std::pair{U'،', U','}, std::pair{U'؛', U';'}, std::pair{U'؟', U'?'},
    std::pair{U'٪', U'%'},  std::pair{U'؍', U'/'},  std::pair{U'⁄', U'/'}, std::pair{U'∕', U'/'}, std::pair{U'‐', U'-'},
    std::pair{U'‑', U'-'},  std::pair{U'‒', U'-'},  std::pair{U'–', U'-'}, std::pair{U'—', U'-'}, std::pair{U'−', U'-'},
    std::pair{U'’', U'\''}, std::pair{U'‘', U'\''}, std::pair{U'۔', U'.'},
};

bool invisible(char32_t c) {
  for (const Range& range : k_invisible)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

char32_t folded(char32_t c) {
  if (c < 0x80) return c;
  if (invisible(c)) return k_vanishes;
  if (c >= U'۰' && c <= U'۹') return U'0' + (c - U'۰');
  if (c >= U'٠' && c <= U'٩') return U'0' + (c - U'٠');
  for (const auto& [from, to] : k_letters)
    if (c == from) return to;
  for (const auto& [from, to] : k_signs)
    if (c == from) return to;
  return c;
}

constexpr char32_t k_space = 1, k_rare = 2;  // in Table: white space and controls; what ICU must look at
constexpr std::size_t k_common = 0x0700;     // Latin to Arabic

/// What becomes of each character that is its own compatibility form and joins none before it.
class Table {
 public:
  Table() {
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(error);
    for (std::size_t i = 0; i < k_common; ++i) {
      const auto c = static_cast<UChar32>(i);
      const bool stable =
          U_SUCCESS(error) && nfkc->hasBoundaryBefore(c) != 0 && nfkc->isNormalized(icu::UnicodeString(c), error) != 0;
      const bool white = u_isUWhiteSpace(c) != 0 || u_iscntrl(c) != 0;
      m_to[i] = !stable || (white && invisible(static_cast<char32_t>(c))) ? k_rare
                : white                                                   ? k_space
                                                                          : folded(static_cast<char32_t>(c));
    }
  }
  [[nodiscard]] char32_t operator[](char32_t c) const { return c < k_common ? m_to[c] : k_rare; }

 private:
  std::array<char32_t, k_common> m_to{};
};

std::u32string compatibility_form(std::u32string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::u32string(text);
  icu::UnicodeString input;
  for (const char32_t c : text)
    if (c != 0x00AD && c != 0x00B2 && c != 0x00B3) input.append(static_cast<UChar32>(c));
  const icu::UnicodeString output = nfkc->normalize(input, error);
  if (U_FAILURE(error)) return std::u32string(text);
  std::u32string result;
  result.reserve(static_cast<std::size_t>(output.length()));
  for (std::int32_t i = 0; i < output.length(); i = output.moveIndex32(i, 1))
    result.push_back(static_cast<char32_t>(output.char32At(i)));
  return result;
}

/// As below, of characters that need no look at Unicode's tables; nothing where one does.
std::optional<std::u32string> normal_common(const std::u32string& text) {
  static const Table table;
  std::u32string out;
  out.reserve(text.size());
  bool space = false;
  for (const char32_t c : text) {
    const char32_t to = table[c];
    if (to == k_rare) return std::nullopt;
    if (to == k_vanishes) continue;
    if (to == k_space) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out.push_back(U' ');
    space = false;
    out.push_back(to);
  }
  return out;
}

/// As above, of any characters.
std::u32string normal_rare(const std::u32string& text) {
  std::u32string out;
  bool space = false;
  for (const char32_t c : compatibility_form(text)) {
    if (invisible(c)) continue;
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || u_iscntrl(static_cast<UChar32>(c)) != 0) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out.push_back(U' ');
    space = false;
    out.push_back(folded(c));
  }
  return out;
}

std::u32string normal_points(std::string_view utf8) {
  auto text = decode(utf8);
  for (;;) {
    if (auto common = normal_common(text)) return std::move(*common);
    auto normal = normal_rare(text);
    // What has vanished may have stood between two characters that Unicode writes as one.
    if (normal == text) return normal;
    text = std::move(normal);
  }
}

}  // namespace

std::string normalise(std::string_view utf8) {
  return encode(normal_points(utf8));
}

std::string skeleton(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : normal_points(utf8)) {
    const auto point = static_cast<UChar32>(c);
    if (c == U'آ')
      out.push_back(U'ا');
    else if (c != U'ء' && u_isalnum(point) != 0)
      out.push_back(static_cast<char32_t>(u_tolower(point)));
  }
  return encode(out);
}

bool same(std::string_view left, std::string_view right) {
  return skeleton(left) == skeleton(right);
}

Text::Text(std::string_view utf8) : original(utf8), normal(normalise(utf8)), letters(skeleton(utf8)) {}

}  // namespace mizan::persian
