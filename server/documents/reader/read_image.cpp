// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/read_image.hpp"

#include "documents/reader/boxed_rows.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/number_words.hpp"
#include "documents/reader/pieces.hpp"
#include "documents/reader/text_words.hpp"
#include "documents/reader/upright.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_low_resolution_dpi = 180;
constexpr int k_people_dpi = 200;          // page images and boxes: enough for eyes, light on the line
constexpr double k_sheet_inches = 11.7;    // the long side of A4, where the resolution is unknown
constexpr double k_blank = 0.0004;         // share of ink below which a page is empty
constexpr double k_worth_a_warning = 2.0;  // degrees of skew
constexpr double k_same_word = 0.6;        // of the wider of two words that are one
constexpr double k_tangled = 0.5;          // of the narrower of two words that lie over one another
constexpr int k_legible_word = 30;         // confidence of a second reading worth keeping

/// The resolution, or what it would be if the image showed an A4 sheet.
double assumed_dpi(const Pix& image, int dpi) {
  if (dpi > 0) return dpi;
  return std::max(width_of(image), height_of(image)) / k_sheet_inches;
}

PixPtr copy_or(PixPtr made, const Pix& otherwise) {
  return made ? std::move(made) : scaled(otherwise, 1);
}

Box scaled_box(const Box& box, double factor, int width, int height) {
  const auto down = [&](int value, int most) {
    return std::clamp(static_cast<int>(std::floor(value * factor)), 0, most);
  };
  const auto up = [&](int value, int most) { return std::clamp(static_cast<int>(std::ceil(value * factor)), 0, most); };
  return {down(box.x0, width), down(box.y0, height), up(box.x1, width), up(box.y1, height)};
}

bool stands_in(const Piece& piece, const Box& box) {
  const int x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return x >= piece.box.x0 && x < piece.box.x1 && y >= piece.box.y0 && y < piece.box.y1;
}

/// What the words of a piece are worth: their confidence times the share of the piece's width that they cover.
double worth(const std::vector<Word>& words, const Piece& piece) {
  double sum = 0;
  for (const auto& word : words)
    if (stands_in(piece, word.box)) sum += static_cast<double>(word.box.width()) * word.confidence();
  return sum / std::max(1, piece.box.width());
}

/// Words whose boxes lie over one another: an engine that lost track of its line.
bool tangled(std::vector<Word> words) {
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Box &a = words[i - 1].box, &b = words[i].box;
    if (std::min(a.x1, b.x1) - b.x0 > k_tangled * std::min(a.width(), b.width())) return true;
  }
  return false;
}

/// How much of the wider one of two words on a line they share.
double shared_width(const Box& a, const Box& b) {
  const int shared = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  return static_cast<double>(shared) / std::max({1, a.width(), b.width()});
}

/// What another recogniser made of the same words becomes their second reading.
void add_opinions(std::vector<Word>& words, const std::vector<Word>& others) {
  for (auto& word : words)
    for (const auto& other : others)
      if (shared_width(word.box, other.box) >= k_same_word && other.confidence() >= k_legible_word &&
          other.text() != word.text()) {
        word.readings.push_back(other.readings.front());
        break;
      }
}

/// What our own recogniser of text reads, where it is worth more than what stood there; the other one's words are kept
/// as second readings. The recogniser's steps of every piece, in their order; none where it read nothing.
std::vector<verification::Steps> read_text(std::vector<Word>& words, const std::vector<Piece>& pieces, const Pix& image,
                                           const LineRecogniser& recogniser) {
  std::vector<verification::Steps> out;
  out.reserve(pieces.size());
  for (const auto& piece : pieces) {
    auto reading = read_piece(piece, image, recogniser);
    out.emplace_back();
    if (!reading) continue;
    auto own = text_words(*reading);
    std::vector<Word> others;
    std::copy_if(words.begin(), words.end(), std::back_inserter(others),
                 [&](const Word& word) { return stands_in(piece, word.box); });
    auto& better = tangled(others) || worth(own, piece) > worth(words, piece) ? own : others;
    add_opinions(better, &better == &own ? others : own);
    give_steps(better, *reading);
    std::erase_if(words, [&](const Word& word) { return stands_in(piece, word.box); });
    std::move(better.begin(), better.end(), std::back_inserter(words));
    out.back() = std::move(reading->steps);
  }
  return out;
}

/// The numbers in rows of boxes; what others made of the boxes is dropped, and so are rows without a number.
std::vector<Word> boxed_numbers(std::vector<Word>& words, std::vector<BoxedRow>& rows, const Pix& image,
                                const Recognisers& recognisers) {
  std::vector<Word> out;
  std::erase_if(rows, [&](const BoxedRow& row) {
    const auto line = as_line(image, row);
    auto number = line ? number_of(*line, row.box, *recognisers.numbers, *recognisers.text) : std::nullopt;
    if (!number) return true;
    std::erase_if(words, [&](const Word& word) {
      const int x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
      return x >= row.box.x0 && x < row.box.x1 && y >= row.box.y0 && y < row.box.y1;
    });
    out.push_back(std::move(*number));
    return false;
  });
  return out;
}

/// Text and numbers by our own recognisers; boxes of `words` are in the pixels of `image`.
void look_closer(std::vector<Word>& words, const Pix& image, Recognisers& recognisers) {
  const auto contrasting = copy_or(with_contrast(image), image);
  auto rows = boxed_rows(*contrasting);
  auto boxed = boxed_numbers(words, rows, *contrasting, recognisers);
  const auto clear = copy_or(without_rows(*contrasting, rows), *contrasting);
  const auto bare = copy_or(without_rules(*clear, k_recognition_dpi), *clear);
  const auto pieces = pieces_of(*bare);
  const auto texts = read_text(words, pieces, *clear, *recognisers.text);
  std::vector<Word> numbers;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (const auto reading = read_piece(pieces[i], *clear, *recognisers.numbers))
      for (auto& number : numbers_in(*reading, texts[i])) numbers.push_back(std::move(number));
  place_numbers(words, std::move(numbers));
  std::move(boxed.begin(), boxed.end(), std::back_inserter(words));
}

ReadImage blank(PixPtr image, const SourcePage& source) {
  ReadImage out;
  out.page.kind = PageKind::blank;
  out.page.dpi = source.dpi;
  out.page.width_px = width_of(*image);
  out.page.height_px = height_of(*image);
  out.upright = std::move(image);
  return out;
}

}  // namespace

ReadImage read_image(const SourcePage& source, Recognisers& recognisers) {
  auto image = copy_or(even_background(*source.pixels), *source.pixels);
  const auto marks = ink(*image);
  if (!marks || ink_share(*marks) < k_blank) return blank(std::move(image), source);
  const double dpi = assumed_dpi(*image, source.dpi);
  auto upright = set_upright(*image, dpi, recognisers);

  ReadImage out;
  auto& page = out.page;
  page.kind = source.kind;
  page.rotation = upright.rotation;
  page.skew = upright.skew;
  if (std::abs(page.skew) >= k_worth_a_warning) out.warnings.push_back({"skewed", std::nullopt, {}});
  if (dpi < k_low_resolution_dpi) out.warnings.push_back({"low_resolution", std::nullopt, {}});
  for (auto& word : upright.words)
    page.words.push_back(
        {word.box, {{std::move(word.text), word.confidence, std::string(recognisers.persian->name())}}});
  look_closer(page.words, *upright.enlarged, recognisers);

  const double to_people = std::min(1.0, k_people_dpi / dpi);
  out.upright = copy_or(scaled(*upright.straight, to_people), *upright.straight);
  if (source.dpi > 0) page.dpi = static_cast<int>(std::lround(dpi * to_people));
  page.width_px = width_of(*out.upright);
  page.height_px = height_of(*out.upright);
  const double factor = static_cast<double>(page.width_px) / width_of(*upright.enlarged);
  for (auto& word : page.words) word.box = scaled_box(word.box, factor, page.width_px, page.height_px);
  return out;
}

}  // namespace mizan::documents
