// SPDX-License-Identifier: GPL-3.0-or-later
// One spelling for Persian text, so that two ways of typing the same thing compare equal.
#pragma once

#include <string>
#include <string_view>

namespace mizan::persian {

/// The comparison form of a text, still readable:
/// - Unicode NFKC (presentation forms and ligatures become plain letters), then what NFKC leaves apart: Arabic ي ى ك
/// and
///   their look-alikes become Persian ی ک, hamza seats أ إ ٱ ؤ ئ ۀ ة become ا و ی ه (آ stays);
/// - Persian, Arabic-Indic and full-width digits become ASCII; ٫ ٬ ، ؛ ؟ and the dashes become . , , ; ? -;
/// - ZWNJ, ZWJ, diacritics, tatweel, bidi marks, soft hyphens and other invisible characters vanish;
/// - runs of white space become one space, none at either end.
/// Idempotent; deterministic; damaged UTF-8 becomes U+FFFD. The original is the caller's to keep: see `Text`.
[[nodiscard]] std::string normalise(std::string_view utf8);

/// Only the letters and digits of the normal form, without spaces: آ counts as ا, a lone ء is dropped, Latin letters
/// are lower case. «محمدی‌نژاد», «محمدی نژاد» and «محمدينژاد» have one skeleton.
[[nodiscard]] std::string skeleton(std::string_view utf8);

/// True when both texts have the same skeleton.
[[nodiscard]] bool same(std::string_view left, std::string_view right);

/// A text with its comparison forms beside it; the original is what people are shown.
struct Text {
  std::string original;
  std::string normal;
  std::string letters;

  Text() = default;
  explicit Text(std::string_view utf8);
};

}  // namespace mizan::persian
