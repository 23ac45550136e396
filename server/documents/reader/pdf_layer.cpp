// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_layer.hpp"

#include <poppler-page.h>

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "documents/reader/borrowed_letters.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/visual_order.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::documents {
namespace {

/// Points to pixels, kept inside the page.
struct Scale {
  double factor = 1;
  int width = 0, height = 0;

  [[nodiscard]] std::optional<Box> box(double left, double top, double right, double bottom) const {
    const auto scaled = [this](double value, int most) {
      return std::clamp(static_cast<int>(std::lround(std::clamp(value, -1e6, 1e6) * factor)), 0, most);
    };
    const Box out{scaled(left, width), scaled(top, height), scaled(right, width), scaled(bottom, height)};
    if (out.x1 < out.x0 || out.y1 < out.y0) return std::nullopt;
    return out;
  }
};

/// From left to right, as drawn.
std::u32string visual_text(const poppler::text_box& box) {
  const auto bytes = box.text().to_utf8();
  return persian::decode({bytes.data(), bytes.size()});
}

/// The word in logical order; the glyphs of several characters are found again by their place.
std::string logical(const poppler::text_box& box, std::u32string visual, const PageSurvey& survey) {
  const auto place = box.bbox();
  for (const auto& glyph : survey.ligatures) {
    if (glyph.x1 < place.left() || glyph.x0 > place.right() || glyph.y < place.top() - 1 ||
        glyph.y > place.bottom() + 1)
      continue;
    for (auto at = visual.find(glyph.characters); at != std::u32string::npos;
         at = visual.find(glyph.characters, at + 1)) {
      const auto first = box.char_bbox(at);
      const auto middle = (first.left() + first.right()) / 2;
      if (middle < glyph.x0 || middle > glyph.x1) continue;
      turn_glyph(visual, at, glyph.characters.size());
      break;
    }
  }
  return logical_word(persian::encode(visual));
}

bool is_digit(char32_t c) {
  return has_digit(persian::encode({&c, 1}));
}
bool is_sign_in_a_number(char32_t c) {
  return std::u32string_view(U"/-.,:٫٬٪").find(c) != std::u32string_view::npos;
}

class NumbersOfAPage {
 public:
  NumbersOfAPage(const PageSurvey& survey, const Scale& scale, std::vector<LayerNumber>& out)
      : m_survey(survey), m_scale(scale), m_out(out) {}

  /// Every stretch of digits, with the signs between them.
  void take(const poppler::text_box& word, const std::u32string& visual) {
    for (std::size_t at = 0; at < visual.size(); ++at) {
      if (!is_digit(visual[at])) continue;
      std::size_t end = at + 1;
      for (auto next = end; next < visual.size() && (is_digit(visual[next]) || is_sign_in_a_number(visual[next]));
           ++next)
        if (is_digit(visual[next])) end = next + 1;
      take_stretch(word, visual, at, end);
      at = end;
    }
  }

 private:
  void take_stretch(const poppler::text_box& word, const std::u32string& visual, std::size_t first, std::size_t end) {
    LayerNumber number;
    number.turn = word.rotation();
    number.text = persian::digits_of(persian::encode(visual.substr(first, end - first)));
    double left = 1e6, top = 1e6, right = -1e6, bottom = -1e6;
    for (auto at = first; at < end; ++at) {
      const auto place = word.char_bbox(at);
      left = std::min(left, place.left());
      top = std::min(top, place.top());
      right = std::max(right, place.right());
      bottom = std::max(bottom, place.bottom());
      if (is_digit(visual[at])) number.glyphs.push_back(glyph_at(place));
    }
    const auto box = m_scale.box(left, top, right, bottom);
    if (!box || box->empty()) return;
    number.box = *box;
    std::sort(number.glyphs.begin(), number.glyphs.end());
    number.glyphs.erase(std::unique(number.glyphs.begin(), number.glyphs.end()), number.glyphs.end());
    m_out.push_back(std::move(number));
  }

  /// A digit that no visible glyph drew is a glyph of its own: somebody must look at it.
  int glyph_at(const poppler::rectf& place) {
    for (const auto& glyph : m_survey.digits)
      if (glyph.x >= place.left() && glyph.x <= place.right() && glyph.y >= place.top() - 1 &&
          glyph.y <= place.bottom() + 1)
        return glyph.shape;
    return --m_unknown;
  }

  const PageSurvey& m_survey;
  const Scale& m_scale;
  std::vector<LayerNumber>& m_out;
  int m_unknown = 0;
};

}  // namespace

TextLayer text_layer(const poppler::page& page, const PageSurvey& survey, double scale, int width, int height) {
  const Scale to_pixels{scale, width, height};
  TextLayer out;
  NumbersOfAPage numbers(survey, to_pixels, out.numbers);
  for (const auto& text : page.text_list()) {
    const auto visual = visual_text(text);
    auto word = logical(text, visual, survey);
    if (word.find_first_not_of(" \t\r\n") == std::string::npos) continue;
    const auto place = text.bbox();
    const auto box = to_pixels.box(place.left(), place.top(), place.right(), place.bottom());
    if (!box) continue;
    out.words.push_back({*box, {{std::move(word), 100, "text_layer"}}});
    numbers.take(text, visual);
  }
  put_back_borrowed_letters(out.words);
  return out;
}

}  // namespace mizan::documents
