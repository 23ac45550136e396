// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_survey.hpp"

#include <poppler-config.h>

#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>
#include <UTF.h>
#include <goo/gmem.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_page_filling = 0.6;
constexpr double k_points_per_inch = 72;
constexpr std::size_t k_most_ligatures = 20'000;
constexpr std::size_t k_most_digits = 20'000;
constexpr int k_invisible = 3;  // PDF 32000-1, table 106

/// Looks at a page instead of drawing it.
class SurveyDevice final : public OutputDev {
 public:
  explicit SurveyDevice(double page_area) : m_page_area(page_area) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                const Unicode* unicode, int length) override {
    if (invisible(*state)) {
      ++m_survey.invisible_characters;
      return;
    }
    ++m_survey.visible_characters;
    if (unicode == nullptr || length == 0 || !meaningful(unicode[0])) ++m_survey.unmapped_characters;
    digit(*state, {x, y}, {dx, dy}, code,
          m_actual_text.empty() ? std::u32string(unicode, unicode + length) : m_actual_text);
    if (m_actual_text.empty() && length < 2) return;
    auto glyph = placed(*state, {x, y}, {dx, dy});
    if (!m_actual_text.empty()) {
      cover(glyph);
    } else if (m_survey.ligatures.size() < k_most_ligatures) {
      glyph.characters.assign(unicode, unicode + length);
      m_survey.ligatures.push_back(std::move(glyph));
    }
  }

  // Cairo and Word write the text of a ligature beside its glyphs; Poppler believes it, so it is one glyph of several
  // characters.
  void beginActualText(GfxState*, const GooString* text) override {
    Unicode* characters = nullptr;
    const int length = TextStringToUCS4(text->toStr(), &characters);
    m_actual_text.assign(characters, characters + std::max(0, length));
    gfree(characters);
    m_actual_glyph = {};
  }
  void endActualText(GfxState*) override {
    if (m_actual_text.size() > 1 && m_actual_glyph.x1 > m_actual_glyph.x0 &&
        m_survey.ligatures.size() < k_most_ligatures) {
      m_actual_glyph.characters = std::move(m_actual_text);
      m_survey.ligatures.push_back(std::move(m_actual_glyph));
    }
    m_actual_text.clear();
  }

  void stroke(GfxState*) override { ++m_survey.drawings; }
  void fill(GfxState*) override { ++m_survey.drawings; }
  void eoFill(GfxState*) override { ++m_survey.drawings; }
  /// Taken whole: Poppler would cut each into thousands of fills for a device that does not know it.
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return shading(); }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return shading(); }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return shading(); }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return shading(); }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return shading(); }

  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override {
    image(*state, width, height, Covering::no);
    OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool inline_image) override {
    image(*state, width, height, mask == nullptr ? Covering::yes : Covering::no);
    OutputDev::drawImage(state, ref, str, width, height, colours, interpolate, mask, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    image(*state, width, height, Covering::no);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                           int, int, GfxImageColorMap*, bool) override {
    image(*state, width, height, Covering::no);
  }

  [[nodiscard]] const PageSurvey& survey() const noexcept { return m_survey; }

 private:
  bool shading() {
    ++m_survey.drawings;
    ++m_survey.shadings;
    return true;
  }

  enum class Covering { yes, no };
  struct Vector {
    double x, y;
  };

  static LigatureGlyph placed(const GfxState& state, Vector at, Vector advance) {
    LigatureGlyph glyph;
    Vector to{};
    state.transform(at.x, at.y, &glyph.x0, &glyph.y);
    state.transformDelta(advance.x, advance.y, &to.x, &to.y);
    glyph.x1 = glyph.x0 + to.x;
    return glyph;
  }

  /// Fonts are told apart by their objects.
  using GlyphMeaning = std::tuple<int, int, CharCode, std::u32string>;

  void digit(const GfxState& state, Vector at, Vector advance, CharCode code, std::u32string means) {
    const bool is_digit = std::any_of(means.begin(), means.end(), [](char32_t c) {
      return (c >= U'0' && c <= U'9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
    });
    if (!is_digit || m_survey.digits.size() >= k_most_digits) return;
    const auto& font = state.getFont();
    const Ref* id = font ? font->getID() : nullptr;
    const auto place = placed(state, at, advance);
    const auto shape = m_shapes.try_emplace({id ? id->num : -1, id ? id->gen : -1, code, std::move(means)},
                                            static_cast<int>(m_shapes.size()));
    m_survey.digits.push_back({(place.x0 + place.x1) / 2, place.y, shape.first->second});
  }

  /// The actual text covers all glyphs between its marks.
  void cover(const LigatureGlyph& glyph) {
    if (m_actual_glyph.x1 <= m_actual_glyph.x0) m_actual_glyph = glyph;
    m_actual_glyph.x0 = std::min(m_actual_glyph.x0, glyph.x0);
    m_actual_glyph.x1 = std::max(m_actual_glyph.x1, glyph.x1);
  }

  static bool invisible(const GfxState& state) {
    if (state.getRender() == k_invisible || state.getFillOpacity() < 0.02) return true;
    const auto& font = state.getFont();
    const auto& name = font ? font->getName() : std::optional<std::string>();
    return name && name->find("GlyphLess") != std::string::npos;
  }

  static bool meaningful(Unicode value) {
    return value >= 0x20 && value != 0xFFFD && !(value >= 0xE000 && value <= 0xF8FF);
  }

  /// An image fills the unit square of its transformation.
  void image(const GfxState& state, int width_px, int height_px, Covering covering) {
    ++m_survey.images;
    const auto pixels =
        static_cast<std::uint64_t>(std::max(0, width_px)) * static_cast<std::uint64_t>(std::max(0, height_px));
    m_survey.image_pixels = std::max(m_survey.image_pixels, pixels);
    const auto* m = state.getCTM();
    const double across = std::hypot(m[0], m[1]);
    const double share = std::min(1.0, std::abs(m[0] * m[3] - m[1] * m[2]) / m_page_area);
    if (share > m_survey.largest_image) {
      m_survey.largest_image = share;
      m_survey.image_dpi =
          across > 0 ? static_cast<int>(std::lround(std::min(10'000.0, width_px / across * k_points_per_inch))) : 0;
    }
    if (covering == Covering::yes && share >= k_page_filling && state.getFillOpacity() > 0.9) {
      m_survey.covered_characters += m_survey.visible_characters;
      m_survey.visible_characters = 0;
      m_survey.unmapped_characters = 0;
    }
  }

  double m_page_area;
  PageSurvey m_survey;
  std::map<GlyphMeaning, int> m_shapes;
  std::u32string m_actual_text;  // while inside its marks
  LigatureGlyph m_actual_glyph;
};

class Surveyor final : public PdfSurveyor {
 public:
  explicit Surveyor(std::unique_ptr<PDFDoc> document) : m_document(std::move(document)) {}

  [[nodiscard]] PageSurvey page(int index) override {
    const double area = m_document->getPageCropWidth(index + 1) * m_document->getPageCropHeight(index + 1);
    SurveyDevice device(std::max(1.0, area));
    m_document->displayPage(&device, index + 1, k_points_per_inch, k_points_per_inch, 0, false, true, false);
    return device.survey();
  }

  [[nodiscard]] bool content_exceeds(int index, std::uint64_t most) override {
    auto* page = m_document->getPage(index + 1);
    if (page == nullptr) return false;
    auto contents = page->getContents();
    std::uint64_t left = most;
    if (contents.isStream()) return !passes(*contents.getStream(), left);
    if (!contents.isArray()) return false;
    for (int i = 0; i < contents.arrayGetLength(); ++i) {
      auto part = contents.arrayGet(i);
      if (part.isStream() && !passes(*part.getStream(), left)) return true;
    }
    return false;
  }

 private:
  /// Whether the stream ends within what is left, of which its length is taken.
  static bool passes(Stream& stream, std::uint64_t& left) {
    std::array<unsigned char, 16U << 10U> chunk{};
    stream.reset();
    for (;;) {
      const int got = stream.doGetChars(static_cast<int>(chunk.size()), chunk.data());
      if (got <= 0) break;
      if (static_cast<std::uint64_t>(got) > left) {
        stream.close();
        return false;
      }
      left -= static_cast<std::uint64_t>(got);
    }
    stream.close();
    return true;
  }

  std::unique_ptr<PDFDoc> m_document;
};

}  // namespace

std::unique_ptr<PdfSurveyor> make_pdf_surveyor(std::string_view untrusted_bytes) {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
  // MemStream only reads.
  auto* stream = new MemStream(const_cast<char*>(untrusted_bytes.data()), 0,
                               static_cast<Goffset>(untrusted_bytes.size()), Object(objNull));
  auto document = std::make_unique<PDFDoc>(stream);  // owns the stream
  if (!document->isOk()) return nullptr;
  return std::make_unique<Surveyor>(std::move(document));
}

}  // namespace mizan::documents
