// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/print.hpp"

#include "documents/reader/boxed_rows.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/number_words.hpp"
#include "documents/reader/rules.hpp"
#include "documents/reader/text_words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_same_word = 0.6;  // of the wider of two words that are one
constexpr double k_tangled = 0.5;    // of the narrower of two words that lie over one another
constexpr double k_surer = 2;       // of coarse sources ours is surer than it may be: by how much more it must be worth
constexpr int k_legible_word = 30;  // confidence of a second reading worth keeping
constexpr float k_perhaps = 0.03F;  // probability of a digit that makes a piece worth the recogniser of numbers
constexpr int k_crossed = 45;       // confidence of a number whose boxes are crossed: proves, contradicts nothing
// Pieces that tell whether a page is legible: how many, and how wide in heights of their letters.
constexpr std::size_t k_sampled = 24;
constexpr std::size_t k_sampled_opinions = 8;  // of the general recogniser, which is slow
constexpr double k_narrowest = 2.5, k_widest = 22;

bool stands_in(const Box& area, const Box& box) {
  const int x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return x >= area.x0 && x < area.x1 && y >= area.y0 && y < area.y1;
}

/// What the words of a piece are worth: their confidence times the share of the piece's width that they cover.
double worth(const std::vector<Word>& words, const Piece& piece) {
  double sum = 0;
  for (const auto& word : words) sum += static_cast<double>(word.box.width()) * word.confidence();
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

/// What our own recogniser reads of a piece, where it is worth more than what stood there; the other one's words are
/// kept as second readings.
void take_text(std::vector<Word>& words, const PieceReading& reading) {
  const auto& piece = reading.piece;
  auto own = text_words(reading);
  std::vector<Word> others;
  std::copy_if(words.begin(), words.end(), std::back_inserter(others),
               [&](const Word& word) { return stands_in(piece.box, word.box); });
  auto& better = tangled(others) || worth(own, piece) > k_surer * worth(others, piece) ? own : others;
  add_opinions(better, &better == &own ? others : own);
  give_steps(better, reading);
  std::erase_if(words, [&](const Word& word) { return stands_in(piece.box, word.box); });
  std::move(better.begin(), better.end(), std::back_inserter(words));
}

/// The numbers in rows of boxes; rows without one are dropped.
std::vector<Word> boxed_numbers(std::vector<BoxedRow>& rows, const Pix& image, double enlargement,
                                const Recognisers& recognisers) {
  std::vector<Word> out;
  std::erase_if(rows, [&](const BoxedRow& row) {
    auto line = as_line(image, row);
    if (line && enlargement > 1) line = made_or(scaled_and_sharpened(*line, enlargement), *line);
    auto number = line ? number_of(*line, row.box, *recognisers.numbers, *recognisers.text) : std::nullopt;
    if (!number) return true;
    if (row.crossed)
      for (auto& reading : number->readings) reading.confidence = std::min(reading.confidence, k_crossed);
    out.push_back(std::move(*number));
    return false;
  });
  return out;
}

/// The print in a coarse image besides rows of boxes, which were found in one that is `sharpness` times as sharp.
std::vector<Piece> pieces_beside(std::vector<BoxedRow> rows, double sharpness, const Pix& coarse) {
  const auto clear = made_or(with_contrast(coarse), coarse);
  for (auto& row : rows) row.box = scaled_box(row.box, 1 / sharpness, coarse);
  const auto bare = without_rules(*without_rows(*clear, rows));
  return pieces_of(*bare.image, bare.upright);
}

/// What the general recogniser makes of a piece's line.
std::vector<Word> second_opinion(const PieceReading& reading, const Pix& image, Recogniser& recogniser) {
  std::vector<Word> out;
  const auto cut = cropped(image, reading.crop);
  if (!cut) return out;
  for (auto& word : recogniser.recognise_line(*cut, k_sharp_dpi)) {
    const Box box{word.box.x0 + reading.crop.x0, reading.piece.box.y0, word.box.x1 + reading.crop.x0,
                  reading.piece.box.y1};
    if (box.empty()) continue;
    out.push_back({box, {{std::move(word.text), word.confidence, std::string(recogniser.name())}}});
  }
  return out;
}

/// Whether any step may be a digit in the eyes of the recogniser of text.
bool may_have_digits(const PieceReading& reading, const std::vector<bool>& digits) {
  for (std::size_t step = 0; step < reading.steps.count; ++step) {
    const float* logs = &reading.steps.logs[step * reading.steps.symbols];
    for (std::size_t symbol = 0; symbol < reading.steps.symbols; ++symbol)
      if (digits[symbol] && logs[symbol] > std::log(k_perhaps)) return true;
  }
  return false;
}

std::vector<bool> digits_of(const verification::Alphabet& alphabet) {
  std::vector<bool> out;
  for (const auto& symbol : alphabet) out.push_back(has_digit(symbol));
  return out;
}

}  // namespace

std::vector<Piece> pieces_on(const Pix& coarse) {
  return pieces_beside({}, 1, coarse);
}

Print print_of(const Sheet& sheet, std::vector<Piece> pieces, const Recognisers& recognisers) {
  Print out;
  out.enlargement = sheet.enlargement();
  const auto contrasting = made_or(with_contrast(*sheet.sharp), *sheet.sharp);
  auto rows = boxed_rows(*contrasting, sheet.dpi);
  out.boxed = boxed_numbers(rows, *contrasting, out.enlargement, recognisers);
  out.clear = without_rows(*contrasting, rows);
  out.pieces = rows.empty() ? std::move(pieces) : pieces_beside(rows, sheet.sharpness(), *sheet.coarse);
  for (auto& piece : out.pieces) {
    piece.box = scaled_box(piece.box, sheet.sharpness(), *sheet.sharp);
    piece.letter_height = static_cast<int>(std::lround(piece.letter_height * sheet.sharpness()));
  }
  out.texts.resize(out.pieces.size());
  return out;
}

std::vector<Word> some_words(Print& print, const LineRecogniser& text) {
  std::vector<std::size_t> telling;
  for (std::size_t i = 0; i < print.pieces.size(); ++i) {
    const auto& piece = print.pieces[i];
    if (piece.box.width() >= k_narrowest * piece.letter_height && piece.box.width() <= k_widest * piece.letter_height)
      telling.push_back(i);
  }
  std::vector<Word> out;
  const std::size_t count = std::min(k_sampled, telling.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = telling[i * telling.size() / count];
    auto& reading = print.texts[at] = read_piece(print.pieces[at], *print.clear, print.enlargement, text);
    if (!reading) continue;
    for (auto& word : text_words(*reading)) out.push_back(std::move(word));
  }
  return out;
}

std::vector<Word> some_opinions(const Print& print, Recogniser& recogniser) {
  std::vector<const PieceReading*> read;
  for (const auto& text : print.texts)
    if (text) read.push_back(&*text);
  std::vector<Word> out;
  const std::size_t count = std::min(k_sampled_opinions, read.size());
  for (std::size_t i = 0; i < count; ++i)
    for (auto& word : second_opinion(*read[i * read.size() / count], *print.clear, recogniser))
      out.push_back(std::move(word));
  return out;
}

std::vector<Word> words_of(Print print, std::vector<Word> others, const Recognisers& recognisers) {
  auto words = std::move(others);
  for (const auto& number : print.boxed)
    std::erase_if(words, [&](const Word& word) { return stands_in(number.box, word.box); });
  const auto digits = digits_of(recognisers.text->alphabet());
  std::vector<Word> numbers;
  for (std::size_t i = 0; i < print.pieces.size(); ++i) {
    const auto& piece = print.pieces[i];
    auto text = std::move(print.texts[i]);
    if (!text) text = read_piece(piece, *print.clear, print.enlargement, *recognisers.text);
    if (!text) continue;
    take_text(words, *text);
    if (!may_have_digits(*text, digits)) continue;
    if (const auto reading = read_piece(piece, *print.clear, print.enlargement, *recognisers.numbers))
      for (auto& number : numbers_in(*reading, text->steps)) numbers.push_back(std::move(number));
  }
  place_numbers(words, std::move(numbers));
  std::move(print.boxed.begin(), print.boxed.end(), std::back_inserter(words));
  return words;
}

}  // namespace mizan::documents
