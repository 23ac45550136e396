// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_layer.hpp"

#include <poppler-page.h>

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/visual_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

/// A letter that the document's typeface has not got is drawn from another one: its box is higher or lower than the
/// line's, and it becomes a word by itself. It is put back between its neighbours.
class BorrowedLetters {
 public:
  explicit BorrowedLetters(std::vector<Word>& words) : m_words(words) {}

  void put_back() {
    for (std::size_t i = 0; i < m_words.size();) {
      const bool borrowed =
          std::u32string_view(U"آأإؤئةۀپچژگکی").find(only_letter(m_words[i])) != std::u32string_view::npos;
      i = borrowed && joined(i) ? 0 : i + 1;
    }
  }

 private:
  static char32_t only_letter(const Word& word) {
    const auto letters = persian::decode(word.text());
    return letters.size() == 1 ? letters.front() : U'\0';
  }

  /// The word at one side of the letter, in a line that is not the letter's.
  [[nodiscard]] std::optional<std::size_t> beside(const Box& letter, bool right) const {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      const Box& box = m_words[i].box;
      const int apart = right ? box.x0 - letter.x1 : letter.x0 - box.x1;
      const int shared = std::min(box.y1, letter.y1) - std::max(box.y0, letter.y0);
      const bool other_line = std::abs(box.y0 - letter.y0) * 10 > box.height();
      if (letter.height() * 2 <= box.height() * 3 && std::abs(apart) * 6 <= box.height() &&
          shared * 5 >= box.height() && other_line && is_level(i) &&
          direction_of(m_words[i].text()) == Direction::right_to_left)
        return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_level(std::size_t word) const {
    return std::any_of(m_words.begin(), m_words.end(), [&](const Word& other) {
      const Box &a = other.box, &b = m_words[word].box;
      return &other != &m_words[word] && a.y0 == b.y0 && a.y1 == b.y1;
    });
  }

  bool joined(std::size_t letter) {
    const Box box = m_words[letter].box;
    const auto right = beside(box, true), left = beside(box, false);
    if (!right && !left) return false;
    const auto home = right.value_or(left.value_or(letter));
    Word& word = m_words[home];
    auto& text = word.readings.front().text;
    const auto& borrowed = m_words[letter].readings.front().text;
    text = right ? text + borrowed : borrowed + text;
    word.box.x0 = std::min(word.box.x0, box.x0);
    word.box.x1 = std::max(word.box.x1, box.x1);
    if (right && left) {
      text += m_words[*left].readings.front().text;
      word.box.x0 = std::min(word.box.x0, m_words[*left].box.x0);
    }
    const auto last = right && left ? std::max(letter, *left) : letter;
    if (right && left) m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(last));
    const auto first = right && left ? std::min(letter, *left) : letter;
    m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(first));
    return true;
  }

  std::vector<Word>& m_words;
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
  BorrowedLetters(out.words).put_back();
  return out;
}

}  // namespace mizan::documents
