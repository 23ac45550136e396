// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/page_view.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/crossing_text.hpp"
#include "verification/similarity.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace mizan::verification {
namespace {

enum class Sort { space, digit, persian, latin, inner, punctuation };

Sort sort_of(char32_t c) {
  if (c == U' ') return Sort::space;
  if (c >= U'0' && c <= U'9') return Sort::digit;
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Sort::latin;
  if (c == U'/' || c == U'-' || c == U'.' || c == U',' || c == U'\'' || c == U'_' || c == U'\\') return Sort::inner;
  return u_isalpha(static_cast<UChar32>(c)) != 0 ? Sort::persian : Sort::punctuation;
}

struct Piece {
  std::u32string text;  // normal form
  std::size_t first = 0, last = 0;
  bool colon = false, comma = false, stop = false;
};

bool has(const std::u32string& text, Sort sort) {
  return std::any_of(text.begin(), text.end(), [&](char32_t c) { return sort_of(c) == sort; });
}

// Marks at the ends of a piece say where a value ends; they are no part of it.
void trim(Piece& piece) {
  const auto outer = [](char32_t c) { return sort_of(c) == Sort::inner || sort_of(c) == Sort::punctuation; };
  while (!piece.text.empty() && outer(piece.text.back())) {
    const char32_t c = piece.text.back();
    piece.colon |= c == U':';
    piece.comma |= c == U',' || c == U';';
    piece.stop |= c == U'.';
    piece.text.pop_back();
  }
  std::size_t lead = 0;
  while (lead < piece.text.size() && outer(piece.text[lead])) ++lead;
  // Bidi may show the comma or full stop after a number in front of it.
  if (lead < piece.text.size() && sort_of(piece.text[lead]) == Sort::digit) {
    const std::u32string_view front = std::u32string_view(piece.text).substr(0, lead);
    piece.comma |= front.find(U',') != std::u32string_view::npos;
    piece.stop |= front.find(U'.') != std::u32string_view::npos;
  }
  piece.text.erase(0, lead);
}

// Parts a word at colons and brackets, and where Persian letters touch digits. Latin letters stay with digits (serial
// numbers), and the marks inside numbers stay.
std::vector<Piece> pieces_of(const std::u32string& text) {
  std::vector<Piece> out;
  Piece piece;
  const auto end = [&](std::size_t at) {
    piece.last = at;
    trim(piece);
    if (!piece.text.empty())
      out.push_back(piece);
    else if (!out.empty()) {
      out.back().colon |= piece.colon;
      out.back().comma |= piece.comma;
      out.back().stop |= piece.stop;
    }
    piece = {};
    piece.first = at;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Sort sort = sort_of(text[i]);
    const bool to_digit = sort == Sort::digit && has(piece.text, Sort::persian) && !has(piece.text, Sort::digit);
    const bool to_letter = sort == Sort::persian && has(piece.text, Sort::digit);
    if (to_digit || to_letter) end(i);
    // «شناسه ملی/کد ملی» are two wordings, «شهر-رشت» a label and its value.
    const bool parts_words = (text[i] == U'/' || text[i] == U'-') && has(piece.text, Sort::persian) &&
                             i + 1 < text.size() && sort_of(text[i + 1]) == Sort::persian;
    if (sort == Sort::space) {
      end(i);
    } else if (parts_words) {
      end(i + 1);
    } else {
      piece.text.push_back(text[i]);
      if (sort == Sort::punctuation) end(i + 1);
    }
  }
  end(text.size());
  return out;
}

/// Dots that lead to a value, read as zeros. Groups of three may be the end of a number that is set apart.
bool is_leader(const Word& word) {
  constexpr std::size_t k_least = 4;
  const auto digits = persian::digits_of(word.text());
  return digits.size() >= k_least && digits.find_first_not_of('0') == std::string::npos &&
         !has(persian::decode(word.text()), Sort::persian);
}

Opinion opinion_of(const std::u32string& normal, std::string printed, int confidence) {
  Opinion opinion;
  opinion.normal = persian::encode(normal);
  opinion.letters = comparison_letters(opinion.normal);
  opinion.printed = std::move(printed);
  opinion.confidence = confidence;
  return opinion;
}

// Part of a word's box, from the right for Persian.
Box part_of(const Box& box, const Piece& piece, std::size_t length) {
  if (length == 0) return box;
  const auto at = [&](std::size_t i) {
    return box.x1 - static_cast<int>(static_cast<std::size_t>(box.width()) * i / length);
  };
  return {at(piece.last), box.y0, at(piece.first), box.y1};
}

std::vector<std::vector<int>> lines_of(const Page& page) {
  std::vector<std::vector<int>> lines;
  std::vector<bool> seen(page.words.size(), false);
  for (const Line& line : page.lines) {
    lines.emplace_back();
    for (const int word : line.words)
      if (word >= 0 && static_cast<std::size_t>(word) < page.words.size() && !seen[static_cast<std::size_t>(word)]) {
        seen[static_cast<std::size_t>(word)] = true;
        lines.back().push_back(word);
      }
  }
  // Words that the reader put into no line: gathered by height, read from the right.
  std::vector<int> rest;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (!seen[i]) rest.push_back(static_cast<int>(i));
  const auto box = [&](int word) -> const Box& { return page.words[static_cast<std::size_t>(word)].box; };
  std::sort(rest.begin(), rest.end(), [&](int a, int b) { return box(a).y0 + box(a).y1 < box(b).y0 + box(b).y1; });
  const std::size_t given = lines.size();
  for (const int word : rest) {
    const int centre = (box(word).y0 + box(word).y1) / 2;
    if (lines.size() == given || centre > box(lines.back().front()).y1) lines.emplace_back();
    lines.back().push_back(word);
  }
  for (std::size_t i = given; i < lines.size(); ++i)
    std::sort(lines[i].begin(), lines[i].end(), [&](int a, int b) { return box(a).x1 > box(b).x1; });
  if (given != 0 && given != lines.size())
    std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
      return !a.empty() && !b.empty() && box(a.front()).y0 + box(a.front()).y1 < box(b.front()).y0 + box(b.front()).y1;
    });
  return lines;
}

std::vector<std::string> recognisers_of(const Page& page) {
  std::vector<std::string> names;
  for (const Word& word : page.words)
    for (const WordReading& reading : word.readings)
      if (std::find(names.begin(), names.end(), reading.recogniser) == names.end()) names.push_back(reading.recogniser);
  if (names.empty()) names.emplace_back();
  return names;
}

int usual_height(const Page& page) {
  std::vector<int> heights;
  heights.reserve(page.words.size());
  for (const Word& word : page.words) heights.push_back(word.box.height());
  if (heights.empty()) return 1;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return std::max(1, *middle);
}

}  // namespace

Box joined(const Box& left, const Box& right) {
  if (left.empty()) return right;
  if (right.empty()) return left;
  return {std::min(left.x0, right.x0), std::min(left.y0, right.y0), std::max(left.x1, right.x1),
          std::max(left.y1, right.y1)};
}

int gap_between(const Box& left, const Box& right) {
  return std::max({0, left.x0 - right.x1, right.x0 - left.x1});
}

PageView::PageView(const Page& page, int index, std::size_t symbols)
    : m_page(&page),
      m_index(index),
      m_symbols(symbols),
      m_line_height(usual_height(page)),
      m_crossing(crossing_text(page, m_line_height)),
      m_recognisers(recognisers_of(page)) {
  m_of_word.resize(page.words.size());
  int number = 0;
  for (const auto& line : lines_of(page)) {
    if (counts_columns(line)) continue;
    for (const int word : line)
      if (exact() || !is_leader(page.words[static_cast<std::size_t>(word)])) add_word(word, number);
    ++number;
  }
  find_cells();
  find_item_numbers();
}

// A line of nothing but 1, 2, 3, … over the columns of a table, as official forms have it.
bool PageView::counts_columns(const std::vector<int>& line) const {
  constexpr std::size_t k_few = 3;        // of more than these one may have been misread, or lost
  if (line.size() < k_few) return false;  // «۱» and «۲» may be two values
  std::size_t counting = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Word& word = m_page->words[static_cast<std::size_t>(line[i])];
    const auto text = persian::normalise(word.text());
    if (text.size() > 2) return false;
    if (i > 0 && gap_between(m_page->words[static_cast<std::size_t>(line[i - 1])].box, word.box) < 2 * m_line_height)
      return false;
    const bool next = text == std::to_string(i + 1) || text == std::to_string(i + 2);
    counting += next ? 1 : 0;
  }
  return counting == line.size() || (line.size() > k_few && 4 * counting >= 3 * line.size());
}

void PageView::find_cells() {
  m_cell_of.assign(m_tokens.size(), -1);
  int number = 0;
  for (const Table& table : m_page->tables)
    for (const TableCell& cell : table.cells) {
      for (const int at : tokens_in(cell)) m_cell_of[static_cast<std::size_t>(at)] = number;
      ++number;
    }
}

void PageView::find_item_numbers() {
  constexpr std::size_t k_few = 4;  // numbers that count by chance
  constexpr int k_most_skipped = 2;
  m_item_numbers.assign(m_tokens.size(), false);
  std::vector<std::pair<int, int>> chain, best;  // token, number
  for (int at = 0; at + 1 < size(); ++at) {
    const auto number = item_number(at);
    if (!number) continue;
    if (*number == 1 || chain.empty() || *number <= chain.back().second ||
        *number > chain.back().second + 1 + k_most_skipped)
      chain.clear();
    if (chain.empty() && *number > 1 + k_most_skipped) continue;
    chain.emplace_back(at, *number);
    if (chain.size() > best.size()) best = chain;
  }
  if (best.size() < k_few) return;
  for (const auto& [at, number] : best) m_item_numbers[static_cast<std::size_t>(at)] = true;
}

// A small number that begins a column, with a word hanging on it.
std::optional<int> PageView::item_number(int at) const {
  constexpr std::size_t k_digits = 2;
  constexpr int k_hangs = 15;  // tenths of the line height
  const Token &token = m_tokens[static_cast<std::size_t>(at)], &next = m_tokens[static_cast<std::size_t>(at) + 1];
  const auto& letters = token.first().letters;
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  if (letters.empty() || letters.size() > k_digits || !std::all_of(letters.begin(), letters.end(), is_digit))
    return std::nullopt;
  const auto& word = next.first().letters;
  const bool hangs = next.line == token.line && !parted_by_cells(at, at + 1) &&
                     10 * gap_between(token.box, next.box) <= k_hangs * m_line_height;
  const bool begins = begins_column(at) || parted_by_cells(at - 1, at);
  if (!hangs || !begins || word.empty() || is_digit(word.front())) return std::nullopt;
  const auto has_digit = std::any_of(word.begin(), word.end(), is_digit);
  return has_digit ? std::nullopt : std::optional(std::stoi(persian::encode(letters)));
}

// A text layer that is hidden under an image, or behind one, may say what it likes.
bool PageView::distrusted(const WordReading& reading) const {
  return !exact() && reading.recogniser == "text_layer";
}

// A text layer may draw «آ» by itself, and end a word after it: the word of the token before when that is one and
// touches this word, otherwise -1.
int PageView::split_alef(const Word& word, int line) const {
  if (!exact() || m_tokens.empty()) return -1;
  const Token& before = m_tokens.back();
  const bool alone = m_page->words[static_cast<std::size_t>(before.word)].text() == "آ" && before.line == line;
  return alone && gap_between(before.box, word.box) * 5 <= m_line_height ? before.word : -1;
}

void PageView::add_word(int index, int line) {
  const Word& word = m_page->words[static_cast<std::size_t>(index)];
  const auto primary =
      std::find_if(word.readings.begin(), word.readings.end(), [&](const auto& r) { return !distrusted(r); });
  if (primary == word.readings.end() || m_crossing[static_cast<std::size_t>(index)]) return;
  std::u32string text = persian::decode(persian::normalise(primary->text));
  Box box = word.box;
  if (const int alef = split_alef(word, line); alef >= 0) {
    text.insert(0, persian::decode(m_tokens.back().first().normal));
    box = joined(box, m_tokens.back().box);
    m_of_word[static_cast<std::size_t>(alef)] = {static_cast<int>(m_tokens.size()) - 1};
    m_tokens.pop_back();
  }
  const auto pieces = pieces_of(text);
  if (pieces.empty() && !m_tokens.empty() && m_tokens.back().line == line) {
    const auto mark = [&](char32_t c) { return text.find(c) != std::u32string::npos; };
    m_tokens.back().colon |= mark(U':');
    m_tokens.back().comma |= mark(U',') || mark(U';');
    m_tokens.back().stop |= text == U".";
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Token token;
    token.word = index;
    token.line = line;
    token.box = pieces.size() == 1 ? box : part_of(box, pieces[i], text.size());
    token.colon = pieces[i].colon;
    token.comma = pieces[i].comma;
    token.stop = pieces[i].stop;
    const std::string printed = pieces.size() == 1 && box == word.box ? primary->text : persian::encode(pieces[i].text);
    if (pieces.size() == 1 && !word.number_steps.empty()) {
      auto steps = unpacked(word.number_steps);
      if (steps && steps->symbols == m_symbols) token.steps = std::make_shared<const Steps>(std::move(*steps));
    }
    if (pieces.size() == 1 && box == word.box) token.text_steps = word.text_steps;
    token.opinions.assign(m_recognisers.size(), opinion_of(pieces[i].text, printed, primary->confidence));
    for (const WordReading& reading : word.readings) {
      if (distrusted(reading)) continue;
      const auto others = pieces_of(persian::decode(persian::normalise(reading.text)));
      if (others.size() != pieces.size()) continue;
      const auto layer =
          std::find(m_recognisers.begin(), m_recognisers.end(), reading.recogniser) - m_recognisers.begin();
      token.opinions[static_cast<std::size_t>(layer)] = opinion_of(
          others[i].text, others.size() == 1 ? reading.text : persian::encode(others[i].text), reading.confidence);
    }
    m_of_word[static_cast<std::size_t>(index)].push_back(static_cast<int>(m_tokens.size()));
    m_tokens.push_back(std::move(token));
  }
}

bool PageView::parted_by_cells(int a, int b) const {
  constexpr int k_room = 6;  // tenths of the line height, for the rule between two cells
  const int left = m_cell_of[static_cast<std::size_t>(a)], right = m_cell_of[static_cast<std::size_t>(b)];
  return left != right && left >= 0 && right >= 0 &&
         (token(a).line != token(b).line || 10 * gap_between(token(a).box, token(b).box) >= k_room * m_line_height);
}

bool PageView::begins_column(int at) const {
  constexpr int k_column_gap = 15;  // tenths of the line height
  return at == 0 || token(at - 1).line != token(at).line ||
         10 * gap_between(token(at - 1).box, token(at).box) > k_column_gap * m_line_height;
}

std::vector<int> PageView::tokens_in(const TableCell& cell) const {
  std::vector<int> out;
  for (const int word : cell.words)
    if (word >= 0 && static_cast<std::size_t>(word) < m_of_word.size())
      for (const int token : tokens_of(word)) out.push_back(token);
  return out;
}

Box PageView::box_of(const std::vector<int>& tokens) const {
  return std::accumulate(tokens.begin(), tokens.end(), Box{},
                         [&](const Box& box, int at) { return joined(box, token(at).box); });
}

}  // namespace mizan::verification
