// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF page is made of: visible and invisible characters, covering images, drawings.
#pragma once

#include "model/reading.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::documents {

/// One glyph that stands for several characters (لا): its place in points of the page as shown, origin top left, and
/// its characters in logical order.
struct LigatureGlyph {
  double x0 = 0, x1 = 0, y = 0;
  std::u32string characters;
};

/// A visible glyph that stands for a digit: its middle and baseline, as above, and which glyph it is: the same number
/// for the same code of the same font with the same meaning.
struct DigitGlyph {
  double x = 0, y = 0;
  int shape = 0;
};

struct PageSurvey {
  int visible_characters = 0;    ///< drawn, not covered later by a page-filling image
  int invisible_characters = 0;  ///< render mode 3, fully transparent, or of Tesseract's GlyphLessFont
  int covered_characters = 0;    ///< drawn before a page-filling image
  int unmapped_characters = 0;   ///< visible, but without a Unicode value: the text layer cannot be read
  int images = 0;
  int drawings = 0;                ///< filled or stroked paths, and shadings
  int shadings = 0;                ///< gradients and patterns computed point by point
  double largest_image = 0;        ///< its share of the page, 0…1
  int image_dpi = 0;               ///< the resolution of the largest image; 0 without one
  std::uint64_t image_pixels = 0;  ///< of the image with most pixels, as it says
  std::vector<LigatureGlyph> ligatures;
  std::vector<DigitGlyph> digits;
};

/// Which words of a page may be believed: those of the text layer, or only what is recognised in its pixels.
[[nodiscard]] PageKind page_kind(const PageSurvey& survey) noexcept;

/// Not thread-safe. The bytes must outlive it.
class PdfSurveyor {
 public:
  virtual ~PdfSurveyor() = default;
  [[nodiscard]] virtual PageSurvey page(int index) = 0;
  /// Whether the page's drawing instructions are more than `most` bytes when decompressed. No more are decompressed.
  [[nodiscard]] virtual bool content_exceeds(int index, std::uint64_t most) = 0;
};

/// Nothing when the file cannot be opened without a password.
[[nodiscard]] std::unique_ptr<PdfSurveyor> make_pdf_surveyor(std::string_view untrusted_bytes);

}  // namespace mizan::documents
