// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tables.hpp"

#include "documents/reader/image.hpp"
#include "documents/reader/rules.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

constexpr int k_least_lines = 3;  // two rows of cells

/// Positions of lines, those that belong to one thick or sloping line made one.
std::vector<int> distinct(std::vector<int> positions, int apart) {
  std::sort(positions.begin(), positions.end());
  std::vector<int> out;
  for (const int position : positions)
    if (out.empty() || position - out.back() > apart) out.push_back(position);
  return out;
}

bool within(const Box& outer, const Box& inner) {
  const int x = (inner.x0 + inner.x1) / 2;
  const int y = (inner.y0 + inner.y1) / 2;
  return x >= outer.x0 && x < outer.x1 && y >= outer.y0 && y < outer.y1;
}

/// Whether a rule at this height parts the whole column, rather than framing digit boxes beside it.
bool parts(const RuledArea& area, int height, int apart, int left, int right) {
  constexpr double k_whole = 0.7;  // of the column's width
  int covered = 0;
  for (const auto& stroke : area.strokes)
    if (std::abs((stroke.y0 + stroke.y1) / 2 - height) <= apart)
      covered += std::max(0, std::min(right, stroke.x1) - std::max(left, stroke.x0));
  return covered >= k_whole * (right - left);
}

/// Whether the strokes of a rule at this height run over most of an area. Shades and rows of digit boxes do not, and
/// are no edges of rows.
bool runs_through(const RuledArea& area, int height, int apart) {
  constexpr double k_most = 0.5;  // of the area's width
  std::vector<std::pair<int, int>> covered;
  for (const auto& stroke : area.strokes)
    if (std::abs((stroke.y0 + stroke.y1) / 2 - height) <= apart) covered.emplace_back(stroke.x0, stroke.x1);
  std::sort(covered.begin(), covered.end());
  int sum = 0, end = 0;
  for (const auto& [x0, x1] : covered) {
    sum += std::max(0, x1 - std::max(x0, end));
    end = std::max(end, x1);
  }
  return sum >= k_most * area.box.width();
}

/// Indices into the page's words, in reading order.
std::vector<int> words_in(const Box& cell, const Page& page) {
  std::vector<int> out;
  for (const auto& line : page.lines)
    for (const int index : line.words)
      if (within(cell, page.words[static_cast<std::size_t>(index)].box)) out.push_back(index);
  return out;
}

Table table_of(const RuledArea& area, const Page& page) {
  Table table;
  const int apart = std::max(4, page.height_px / 300);
  auto across = distinct(area.horizontal, apart);
  const auto down = distinct(area.vertical, apart);
  if (static_cast<int>(across.size()) < k_least_lines || down.size() < 3) return table;
  // A rule that is drawn parts every column it does not miss; one that was scanned may have gaps.
  const bool drawn = page.kind == PageKind::digital;
  if (!drawn) std::erase_if(across, [&](int height) { return !runs_through(area, height, 2 * apart); });
  if (static_cast<int>(across.size()) < k_least_lines) return table;
  table.box = {down.front(), across.front(), down.back(), across.back()};
  table.rows = static_cast<int>(across.size()) - 1;
  table.columns = static_cast<int>(down.size()) - 1;
  for (std::size_t top = 0; top + 1 < across.size(); ++top) {
    for (int column = 0; column < table.columns; ++column) {
      // Columns count from the right.
      const auto right = down.size() - 1 - static_cast<std::size_t>(column);
      const auto absent = [&](std::size_t line) {
        return drawn && !parts(area, across[line], apart, down[right - 1], down[right]);
      };
      if (top > 0 && absent(top)) continue;  // the cell above goes on
      auto bottom = top + 1;
      while (bottom + 1 < across.size() && absent(bottom)) ++bottom;
      TableCell cell{{down[right - 1], across[top], down[right], across[bottom]}, static_cast<int>(top), column, {}};
      cell.words = words_in(cell.box, page);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace

std::vector<Table> ruled_tables(const Pix& image, const Page& page) {
  std::vector<Table> out;
  for (const auto& area : ruled_areas(image))
    if (auto table = table_of(area, page); table.rows > 0) out.push_back(std::move(table));
  return out;
}

}  // namespace mizan::documents
