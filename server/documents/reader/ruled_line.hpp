// SPDX-License-Identifier: GPL-3.0-or-later
// Rules as they lie on a page: in pieces, sloping, bent a little.
#pragma once

#include <vector>

namespace mizan::documents {

/// A short piece of a rule: from where to where it runs, and how far down the page (of a rule across) or from the left
/// (of one down).
struct RulePiece {
  int from = 0, to = 0;
  double at = 0;
};

struct RuledLine {
  std::vector<RulePiece> pieces;  ///< never empty, by `from`

  /// Where it lies at this place along it; beyond its ends it goes on straight across or down.
  [[nodiscard]] double at(double along) const;
  [[nodiscard]] int from() const { return pieces.front().from; }
  [[nodiscard]] int to() const;
  /// How long its pieces are together.
  [[nodiscard]] int length() const;
};

/// What lies in one line, whatever the gaps; sorted by where they lie. Lines less than `apart` from one another are one
/// thick or double rule.
[[nodiscard]] std::vector<RuledLine> traced(std::vector<RulePiece> pieces, int apart);

}  // namespace mizan::documents
