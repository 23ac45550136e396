// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of all rules of an area, and which of its edges are drawn.
#pragma once

#include "documents/reader/rules.hpp"

#include <cstddef>
#include <vector>

namespace mizan::documents {

/// Between rule i and i + 1 from the top lies row i, between rule j and j + 1 from the left column j.
struct TableGrid {
  std::vector<RuledLine> across, down;
  /// Whether there is an edge: on rule i across in column j, on rule j down in row i.
  std::vector<char> edges_across, edges_down;

  [[nodiscard]] std::size_t rows() const { return across.empty() ? 0 : across.size() - 1; }
  [[nodiscard]] std::size_t columns() const { return down.empty() ? 0 : down.size() - 1; }
  [[nodiscard]] bool edge_across(std::size_t rule, std::size_t column) const {
    return edges_across[rule * columns() + column] != 0;
  }
  [[nodiscard]] bool edge_down(std::size_t row, std::size_t rule) const {
    return edges_down[row * down.size() + rule] != 0;
  }
};

/// Of the rules that part cells; those of tables that do not hang together are apart.
[[nodiscard]] std::vector<TableGrid> grids_of(const RuledArea& area, const Rules& rules);

}  // namespace mizan::documents
