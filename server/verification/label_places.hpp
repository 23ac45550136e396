// SPDX-License-Identifier: GPL-3.0-or-later
// Where the labels of a form stand on the page, and what stands between them: what is asked before a value is looked
// for around one of them.
#pragma once

#include "model/claim.hpp"
#include "verification/labels.hpp"
#include "verification/page_view.hpp"

#include <vector>

namespace mizan::verification {

// In tenths of the line height.
inline constexpr int k_word_gap = 6;     // what parts two words
inline constexpr int k_column_gap = 15;  // what parts two columns of a form
inline constexpr int k_row_gap = 9;      // what parts two rows of a form

/// Immutable; refers to the page and to the occurrences.
class LabelPlaces {
 public:
  /// `occurrences` are LabelIndex::find of a claim, `kind` is the claim's.
  LabelPlaces(const PageView& page, const std::vector<Occurrence>& occurrences, ValueKind kind);

  [[nodiscard]] const PageView& page() const noexcept { return *m_page; }
  [[nodiscard]] const std::vector<Occurrence>& all() const noexcept { return *m_all; }
  [[nodiscard]] ValueKind kind() const noexcept { return m_kind; }
  /// Pixels as tenths of the line height.
  [[nodiscard]] int tenths(int pixels) const { return pixels * 10 / m_page->line_height(); }

  /// A label, or the number in front of one, begins at the token.
  [[nodiscard]] bool starts(int at) const { return m_starts[static_cast<std::size_t>(at)]; }
  /// The token is of a label, or the number in front of one.
  [[nodiscard]] bool covered(int at) const { return m_covered[static_cast<std::size_t>(at)]; }
  /// The token stands in one line with the one before it, at most `gap` tenths apart.
  [[nodiscard]] bool hangs_on(int at, int gap) const;
  /// A label begins right behind this one, at most `gap` tenths apart.
  [[nodiscard]] bool runs_into_a_label(const Occurrence& occurrence, int gap) const;
  /// The label begins a line or stands apart from the text before it, as in a form; in prose it follows on other words.
  [[nodiscard]] bool starts_column(const Occurrence& occurrence) const;
  /// A label stands in the line.
  [[nodiscard]] bool labelled(int line) const;
  /// A line of column heads: labels side by side, and nothing between them but units.
  [[nodiscard]] bool heads_only(int line) const;
  /// «مالک رسمی    کد ملی»: labels apart from each other, each first in its run of words, no colon and no number among
  /// them. They may be heads of columns, worded at more length than is known.
  [[nodiscard]] bool heads_with_more(int line) const;

 private:
  [[nodiscard]] bool inside_address(const Occurrence& occurrence) const;

  const PageView* m_page;
  const std::vector<Occurrence>* m_all;
  ValueKind m_kind;
  std::vector<bool> m_starts, m_covered;  // by token
};

/// How many tokens a value may have.
[[nodiscard]] int longest_value(ValueKind kind);

}  // namespace mizan::verification
