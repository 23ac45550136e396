// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as the numbers printed in them tell. Curled paper breaks a row into several lines, and lines of two
// rows into one; stamps stand between them; and the column of the numbers need not be the first.
#pragma once

#include "verification/page_view.hpp"

#include <optional>
#include <vector>

namespace mizan::verification {

/// Immutable; refers to the page.
class NumberedRows {
 public:
  /// From the tokens below the heads of a table. Nothing where too few numbers stand evenly below each other, each as
  /// far down as it counts.
  [[nodiscard]] static std::optional<NumberedRows> among(const PageView& page, const std::vector<int>& tokens);

  /// The tokens of the row with this number, from right to left; empty where none is near.
  [[nodiscard]] std::vector<int> row(int number) const;

 private:
  struct Anchor {
    int token, number, x, y;  // its middle, in pixels
  };
  NumberedRows(const PageView& page, const std::vector<int>& tokens) : m_page(&page), m_tokens(tokens) {}
  [[nodiscard]] std::vector<Anchor> candidates() const;
  [[nodiscard]] std::vector<Anchor> in_line_with(const Anchor& from, double pitch,
                                                 const std::vector<Anchor>& all) const;
  [[nodiscard]] bool counts_a_short_list() const;
  [[nodiscard]] double slope() const;
  [[nodiscard]] const Anchor* printed(int number, double expected) const;

  const PageView* m_page;
  std::vector<int> m_tokens;
  std::vector<Anchor> m_anchors;  // one for each number, in their order
  std::vector<Anchor> m_column;   // all numbers below each other, also where rows of two lines shift them
  double m_pitch = 0;             // from one row to the next
  double m_slope = 0;             // how far a row sinks towards the right, pixel by pixel
};

}  // namespace mizan::verification
