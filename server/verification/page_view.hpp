// SPDX-License-Identifier: GPL-3.0-or-later
// One page as the verifier looks at it: small pieces of text in reading order, in every recogniser's opinion.
#pragma once

#include "model/reading.hpp"
#include "verification/likelihood/steps.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// What one recogniser sees in a token.
struct Opinion {
  std::string printed;     ///< as printed
  std::string normal;      ///< persian::normalise, without punctuation at its ends
  std::u32string letters;  ///< comparison_letters
  int confidence = 0;      ///< 0…100
};

/// A word, or a piece of one where letters and digits are glued together («پلاک۱۲», «کدملی:۸۵۱»). Words of punctuation
/// only are no tokens: they show in `colon`, `comma` and `stop` of the token before them.
struct Token {
  int word = 0;  ///< index into Page::words
  int line = 0;  ///< counted from 0, in reading order
  Box box;
  std::vector<Opinion> opinions;  ///< one per PageView::recognisers()
  bool colon = false, comma = false, stop = false;
  std::shared_ptr<const Steps> steps;  ///< of the recogniser of numbers, where the whole word is one number
  /// Of the recogniser of text, packed, where the token is a whole word; refers to the page.
  std::string_view text_steps;

  [[nodiscard]] const Opinion& first() const { return opinions.front(); }
};

/// Immutable; refers to the page it was made from.
class PageView {
 public:
  /// `symbols` of the reading's number_alphabet; steps of another alphabet are left out.
  PageView(const Page& page, int index, std::size_t symbols);

  [[nodiscard]] const Page& page() const noexcept { return *m_page; }
  [[nodiscard]] int index() const noexcept { return m_index; }
  /// The text comes from a text layer that was found honest: it is what the page says, letter by letter.
  [[nodiscard]] bool exact() const noexcept { return m_page->kind == PageKind::digital; }
  [[nodiscard]] const std::vector<Token>& tokens() const noexcept { return m_tokens; }
  [[nodiscard]] const Token& token(int at) const { return m_tokens[static_cast<std::size_t>(at)]; }
  [[nodiscard]] int size() const noexcept { return static_cast<int>(m_tokens.size()); }
  /// Their names; opinion k of every token is of recogniser k, or the token's primary one where k said nothing.
  [[nodiscard]] const std::vector<std::string>& recognisers() const noexcept { return m_recognisers; }
  /// The height of an ordinary line of this page, in pixels; at least 1.
  [[nodiscard]] int line_height() const noexcept { return m_line_height; }
  /// The token begins a line, or stands apart from the one before it as the columns of a form do.
  [[nodiscard]] bool begins_column(int at) const;
  /// The tokens of one of Page::words.
  [[nodiscard]] const std::vector<int>& tokens_of(int word) const { return m_of_word[static_cast<std::size_t>(word)]; }
  /// Two tokens stand in different cells of a table.
  [[nodiscard]] bool parted_by_cells(int a, int b) const;
  /// The number of a line in a form, in front of its label: «۲- کد ملی», told by the others that count with it.
  [[nodiscard]] bool is_item_number(int at) const { return m_item_numbers[static_cast<std::size_t>(at)]; }
  /// The tokens of a table cell.
  [[nodiscard]] std::vector<int> tokens_in(const TableCell& cell) const;
  /// The smallest box around tokens.
  [[nodiscard]] Box box_of(const std::vector<int>& tokens) const;

 private:
  void add_word(int word, int line);
  [[nodiscard]] int split_alef(const Word& word, int line) const;
  [[nodiscard]] bool distrusted(const WordReading& reading) const;
  [[nodiscard]] bool counts_columns(const std::vector<int>& line) const;
  void find_cells();
  void find_item_numbers();
  [[nodiscard]] std::optional<int> item_number(int at) const;

  const Page* m_page;
  int m_index;
  std::size_t m_symbols;
  int m_line_height = 1;
  std::vector<bool> m_crossing;  // by word
  std::vector<std::string> m_recognisers;
  std::vector<Token> m_tokens;
  std::vector<std::vector<int>> m_of_word;
  std::vector<int> m_cell_of;        // by token, counted over all tables; -1: in none
  std::vector<bool> m_item_numbers;  // by token
};

[[nodiscard]] Box joined(const Box& left, const Box& right);
/// The horizontal distance between two boxes; 0 when they overlap.
[[nodiscard]] int gap_between(const Box& left, const Box& right);

}  // namespace mizan::verification
