// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tables.hpp"

#include "documents/reader/joined_sets.hpp"
#include "documents/reader/rules.hpp"
#include "documents/reader/table_grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

constexpr std::size_t k_least_rows = 2;
constexpr std::size_t k_most_tables = 100, k_most_cells = 10'000;

/// Elementary cells [top, bottom) × [left, right) of a grid.
struct Region {
  std::size_t top = 0, bottom = 0, left = 0, right = 0;
  friend bool operator==(const Region&, const Region&) = default;
};

/// Elementary cells without an edge between them.
JoinedSets joined_cells(const TableGrid& grid) {
  const auto columns = grid.columns();
  JoinedSets out(grid.rows() * columns);
  for (std::size_t i = 0; i < grid.rows(); ++i)
    for (std::size_t j = 0; j < columns; ++j) {
      if (j > 0 && !grid.edge_down(i, j)) out.join(i * columns + j, i * columns + j - 1);
      if (i > 0 && !grid.edge_across(i, j)) out.join(i * columns + j, (i - 1) * columns + j);
    }
  return out;
}

/// The parts of a row that hang together, as long as the rows below are parted likewise. `last` is, by its left column,
/// the last one found.
void add_by_rows(const std::vector<Region>& runs, std::vector<std::size_t>& last, std::vector<Region>& out) {
  for (const auto& run : runs) {
    auto& at = last[run.left];
    if (at < out.size() && out[at].left == run.left && out[at].right == run.right && out[at].bottom == run.top) {
      out[at].bottom = run.bottom;
    } else {
      at = out.size();
      out.push_back(run);
    }
  }
}

/// The cells, each a rectangle: what is none falls apart into its rows.
std::vector<Region> regions_of(const TableGrid& grid) {
  auto joined = joined_cells(grid);
  const auto columns = grid.columns();
  std::vector<std::vector<Region>> runs(grid.rows() * columns);  // by root
  for (std::size_t i = 0; i < grid.rows(); ++i)
    for (std::size_t j = 0; j < columns; ++j) {
      auto& here = runs[joined.root(i * columns + j)];
      if (!here.empty() && here.back().top == i && here.back().right == j)
        ++here.back().right;
      else
        here.push_back({i, i + 1, j, j + 1});
    }
  std::vector<Region> out;
  std::vector<std::size_t> last(columns);
  for (const auto& of_one : runs) {
    if (of_one.empty()) continue;
    std::fill(last.begin(), last.end(), runs.size());
    add_by_rows(of_one, last, out);
  }
  std::sort(out.begin(), out.end(),
            [](const Region& a, const Region& b) { return a.top != b.top ? a.top < b.top : a.right > b.right; });
  return out;
}

Box box_of(const Region& region, const TableGrid& grid, const Page& page) {
  const auto middle = [](const RuledLine& a, const RuledLine& b, double along) {
    return (a.at(along) + b.at(along)) / 2;
  };
  const auto whole = [](double value, int most) { return std::clamp(static_cast<int>(std::lround(value)), 0, most); };
  const auto &left = grid.down[region.left], &right = grid.down[region.right];
  const auto &top = grid.across[region.top], &bottom = grid.across[region.bottom];
  const double x = middle(left, right, middle(top, bottom, left.at(top.from())));
  const double y = middle(top, bottom, x);
  Box box{whole(left.at(y), page.width_px), whole(top.at(x), page.height_px), whole(right.at(y), page.width_px),
          whole(bottom.at(x), page.height_px)};
  box.x1 = std::max(box.x0, box.x1);
  box.y1 = std::max(box.y0, box.y1);
  return box;
}

/// Between which two lines this place lies; nothing outside of them.
std::optional<std::size_t> between(const std::vector<RuledLine>& lines, double at, double along) {
  const auto after = std::upper_bound(lines.begin(), lines.end(), at,
                                      [&](double place, const RuledLine& line) { return place < line.at(along); });
  if (after == lines.begin() || after == lines.end()) return std::nullopt;
  return static_cast<std::size_t>(after - lines.begin()) - 1;
}

/// Of each region the indices into the page's words whose centres lie in it, in reading order.
std::vector<std::vector<int>> words_in(const std::vector<Region>& regions, const TableGrid& grid, const Page& page) {
  std::vector<std::size_t> cells(grid.rows() * grid.columns());
  for (std::size_t at = 0; at < regions.size(); ++at)
    for (auto i = regions[at].top; i < regions[at].bottom; ++i)
      for (auto j = regions[at].left; j < regions[at].right; ++j) cells[i * grid.columns() + j] = at;
  std::vector<std::vector<int>> out(regions.size());
  for (const auto& line : page.lines)
    for (const int index : line.words) {
      const Box& box = page.words[static_cast<std::size_t>(index)].box;
      const double x = 0.5 * (box.x0 + box.x1), y = 0.5 * (box.y0 + box.y1);
      const auto row = between(grid.across, y, x), column = between(grid.down, x, y);
      if (row && column) out[cells[*row * grid.columns() + *column]].push_back(index);
    }
  return out;
}

/// Where the columns of two rows below would part a region, when there are three of them at least, each with words of
/// its own: light rules on the dark band of a list's head are not seen. A heading has no words in most columns.
std::vector<std::size_t> head_columns(const Region& region, const std::vector<int>& words, const TableGrid& grid,
                                      const Page& page) {
  constexpr std::size_t k_least_columns = 3;
  constexpr int k_clear = 4;  // pixels beside a rule
  std::vector<std::size_t> bounds{region.left};
  if (region.bottom + 1 >= grid.rows() || region.right - region.left < k_least_columns) return {};
  for (auto j = region.left + 1; j < region.right; ++j)
    if (grid.edge_down(region.bottom, j) && grid.edge_down(region.bottom + 1, j)) bounds.push_back(j);
  bounds.push_back(region.right);
  if (bounds.size() <= k_least_columns || words.size() + 1 < bounds.size()) return {};
  std::vector<char> worded(bounds.size() - 1);
  for (const int index : words) {
    const Box& box = page.words[static_cast<std::size_t>(index)].box;
    const double y = 0.5 * (box.y0 + box.y1);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
      const double left = grid.down[bounds[i]].at(y), right = grid.down[bounds[i + 1]].at(y);
      if (i > 0 && box.x0 < left + k_clear && box.x1 > left - k_clear) return {};
      if (box.x0 >= left && box.x1 <= right) worded[i] = 1;
    }
  }
  return std::all_of(worded.begin(), worded.end(), [](char has) { return has != 0; }) ? bounds
                                                                                      : std::vector<std::size_t>();
}

/// With the heads of columns apart.
std::vector<Region> with_heads_parted(std::vector<Region> regions, const TableGrid& grid, const Page& page) {
  const auto words = words_in(regions, grid, page);
  std::vector<Region> out;
  for (std::size_t at = 0; at < regions.size(); ++at) {
    const auto bounds = head_columns(regions[at], words[at], grid, page);
    if (bounds.empty()) out.push_back(regions[at]);
    for (auto i = bounds.size(); i-- > 1;)
      out.push_back({regions[at].top, regions[at].bottom, bounds[i - 1], bounds[i]});
  }
  return out;
}

std::optional<Table> table_of(const TableGrid& grid, const Page& page) {
  if (grid.rows() < k_least_rows || grid.columns() < 2) return std::nullopt;
  const auto regions = with_heads_parted(regions_of(grid), grid, page);
  if (regions.size() > k_most_cells) return std::nullopt;
  auto words = words_in(regions, grid, page);
  // What lies around a photographed paper may look ruled.
  if (std::all_of(words.begin(), words.end(), [](const auto& each) { return each.empty(); })) return std::nullopt;
  Table table;
  table.rows = static_cast<int>(grid.rows());
  table.columns = static_cast<int>(grid.columns());
  table.box = box_of({0, grid.rows(), 0, grid.columns()}, grid, page);
  bool beside = false;
  for (std::size_t at = 0; at < regions.size(); ++at) {
    const auto row = static_cast<int>(regions[at].top);
    // Columns count from the right.
    const auto column = static_cast<int>(grid.columns() - regions[at].right);
    beside = beside || (!table.cells.empty() && table.cells.back().row == row);
    table.cells.push_back({box_of(regions[at], grid, page), row, column, std::move(words[at])});
  }
  return beside ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace

std::vector<Table> ruled_tables(const Pix& image, const Page& page) {
  std::vector<Table> out;
  const auto rules = rules_in(image);
  for (const auto& area : rules.areas)
    for (const auto& grid : grids_of(area, rules))
      if (auto table = table_of(grid, page); table && out.size() < k_most_tables) out.push_back(std::move(*table));
  return out;
}

}  // namespace mizan::documents
