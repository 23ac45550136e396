// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/table_grid.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"
#include "documents/reader/joined_sets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::size_t k_most_lines = 400;  // of an area, either way; a page of text has a hundred lines
constexpr int k_most_rounds = 20;
// In parts of the page's width: longer strokes are no letters.
constexpr int k_long_across = 6, k_long_down = 12;

// Of an edge, what is seen of it where it is there, and what tells of it between two that are there.
constexpr double k_covered = 0.65, k_told_across = 0.4, k_told_down = 0.25;
constexpr double k_covered_alone = 0.8;  // of one that goes on nowhere, as strokes of stamps and of letters do

enum class Direction { across, down };

/// How much of a line there is ink on up to any place.
class Coverage {
 public:
  Coverage(const RuledLine& line, const Pix& strokes, Direction direction, int from, int to) : m_from(from) {
    const bool across = direction == Direction::across;
    const int width = width_of(strokes), height = height_of(strokes);
    const int reach = std::max(2, one_rule(height) / 2);
    auto* const image = const_cast<Pix*>(&strokes);
    const auto* const data = pixGetData(image);
    const auto words = static_cast<std::ptrdiff_t>(pixGetWpl(image));
    const auto inked = [&](int x, int y) {
      return x >= 0 && y >= 0 && x < width && y < height && GET_DATA_BIT(data + y * words, x) != 0;
    };
    m_sums.reserve(static_cast<std::size_t>(std::max(0, to - from)) + 1);
    m_sums.push_back(0);
    std::size_t piece = 0;
    for (int along = from; along < to; ++along) {
      const int at = static_cast<int>(std::lround(line_at(line, along, piece)));
      bool seen = false;
      for (int off = -reach; !seen && off <= reach; ++off)
        seen = across ? inked(along, at + off) : inked(at + off, along);
      m_sums.push_back(m_sums.back() + (seen ? 1 : 0));
    }
  }

  /// The share of what lies between.
  [[nodiscard]] double between(double from, double to) const {
    const double corner = std::min(k_corner, (to - from) / 4);
    return share(from + corner, to - corner);
  }

  /// Whether a rule runs from one line to the other without a gap at either.
  [[nodiscard]] bool reaches(double from, double to) const {
    constexpr double k_reaches = 0.5;
    return between(from, to) >= k_covered_alone && share(from + k_corner, from + k_end) >= k_reaches &&
           share(to - k_end, to - k_corner) >= k_reaches;
  }

  /// Whether it goes on beyond a line that it comes to from below or from the right, or from above or from the left.
  [[nodiscard]] bool goes_on_before(double at) const { return share(at - k_end - 2, at - k_corner - 1) >= k_goes_on; }
  [[nodiscard]] bool goes_on_after(double at) const { return share(at + k_corner + 1, at + k_end + 2) >= k_goes_on; }

 private:
  static constexpr double k_corner = 3;  // the other rules have ink here
  static constexpr double k_end = 10, k_goes_on = 0.75;

  [[nodiscard]] double share(double from, double to) const {
    const auto last = static_cast<int>(m_sums.size()) - 1;
    const int a = std::clamp(static_cast<int>(std::lround(from)) - m_from, 0, last);
    const int b = std::clamp(static_cast<int>(std::lround(to)) - m_from, 0, last);
    return b <= a ? 0 : 1.0 * (m_sums[static_cast<std::size_t>(b)] - m_sums[static_cast<std::size_t>(a)]) / (b - a);
  }

  /// As RuledLine::at, for places that only go on.
  static double line_at(const RuledLine& line, int along, std::size_t& piece) {
    const auto& pieces = line.pieces;
    const auto centre = [&](std::size_t i) { return 0.5 * (pieces[i].from + pieces[i].to); };
    while (piece < pieces.size() && centre(piece) < along) ++piece;
    if (piece == 0) return pieces.front().at;
    if (piece == pieces.size()) return pieces.back().at;
    const double whole = centre(piece) - centre(piece - 1);
    if (whole <= 0) return pieces[piece].at;
    return pieces[piece - 1].at + (pieces[piece].at - pieces[piece - 1].at) * (along - centre(piece - 1)) / whole;
  }

  int m_from;
  std::vector<int> m_sums;
};

/// Without the lines that have no edges; no edge ends at them.
TableGrid without_bare_lines(const TableGrid& grid) {
  std::vector<std::size_t> across, down;
  for (std::size_t i = 0; i < grid.across.size(); ++i)
    for (std::size_t j = 0; j < grid.columns(); ++j)
      if (grid.edge_across(i, j) && (across.empty() || across.back() != i)) across.push_back(i);
  for (std::size_t j = 0; j < grid.down.size(); ++j)
    for (std::size_t i = 0; i < grid.rows(); ++i)
      if (grid.edge_down(i, j) && (down.empty() || down.back() != j)) down.push_back(j);
  TableGrid out;
  for (const auto i : across) out.across.push_back(grid.across[i]);
  for (const auto j : down) out.down.push_back(grid.down[j]);
  for (const auto i : across)
    for (std::size_t k = 0; k < out.columns(); ++k) out.edges_across.push_back(grid.edge_across(i, down[k]) ? 1 : 0);
  for (std::size_t k = 0; k < out.rows(); ++k)
    for (const auto j : down) out.edges_down.push_back(grid.edge_down(across[k], j) ? 1 : 0);
  return out;
}

/// Lines both ways, of which those that part nothing are left out by and by.
class GridFinding {
 public:
  GridFinding(const RuledArea& area, const Rules& rules)
      : m_least_width(2.0 * one_rule(height_of(*rules.across))),
        m_least_height(2.0 * one_rule(height_of(*rules.down))) {
    m_grid.across = area.across;
    m_grid.down = area.down;
    for (const auto& line : m_grid.across)
      m_across.emplace_back(line, *rules.across, Direction::across, area.box.x0, area.box.x1);
    for (const auto& line : m_grid.down)
      m_down.emplace_back(line, *rules.down, Direction::down, area.box.y0, area.box.y1);
  }

  [[nodiscard]] std::vector<TableGrid> found() {
    for (int round = 0; round < k_most_rounds; ++round) {
      if (m_grid.rows() == 0 || m_grid.columns() == 0) return {};
      find_edges();
      take_back_loose_ends();
      if (!leave_out_lines()) return parts();
    }
    return {};
  }

 private:
  struct Edge {
    const Coverage* line = nullptr;
    double from = 0, to = 0;
  };

  void find_edges() {
    const auto rows = m_grid.rows(), columns = m_grid.columns();
    auto &across = m_places_across, &down = m_places_down;
    across.assign((rows + 1) * columns, {});
    down.assign(rows * (columns + 1), {});
    for (std::size_t i = 0; i <= rows; ++i) {
      const double y = middle(m_grid.across[i]);
      for (std::size_t j = 0; j < columns; ++j)
        across[i * columns + j] = {&m_across[i], m_grid.down[j].at(y), m_grid.down[j + 1].at(y)};
    }
    for (std::size_t j = 0; j <= columns; ++j) {
      const double x = middle(m_grid.down[j]);
      for (std::size_t i = 0; i < rows; ++i)
        down[i * (columns + 1) + j] = {&m_down[j], m_grid.across[i].at(x), m_grid.across[i + 1].at(x)};
    }
    m_grid.edges_across = present(across, columns, Direction::across);
    m_grid.edges_down = present(down, columns + 1, Direction::down);
  }

  /// Of the edges of all lines of one direction, `width` beside each other, those that are there.
  [[nodiscard]] std::vector<char> present(const std::vector<Edge>& edges, std::size_t width,
                                          Direction direction) const {
    const bool across = direction == Direction::across;
    const auto step = across ? std::size_t{1} : width, count = across ? width : edges.size() / width;
    const double told = across ? k_told_across : k_told_down;
    std::vector<double> seen(edges.size());
    std::vector<char> out(edges.size());
    for (std::size_t at = 0; at < edges.size(); ++at) {
      seen[at] = edges[at].line->between(edges[at].from, edges[at].to);
      out[at] = seen[at] >= k_covered ? 1 : 0;
    }
    const auto covered = out;
    for (std::size_t at = 0; at < edges.size(); ++at) {
      const auto place = across ? at % width : at / width;
      const bool before = place > 0 && covered[at - step] != 0, after = place + 1 < count && covered[at + step] != 0;
      if (covered[at] == 0 && before && after && seen[at] >= told) out[at] = 1;
      if (covered[at] == 0 || before || after) continue;
      const double least = across ? m_least_width : m_least_height;
      if (edges[at].to - edges[at].from < least || !edges[at].line->reaches(edges[at].from, edges[at].to)) out[at] = 0;
    }
    return out;
  }

  static double middle(const RuledLine& line) { return 0.5 * (line.from() + line.to()); }

  /// Cells that hang together with what lies around the table.
  [[nodiscard]] std::vector<char> outside() const {
    const auto rows = m_grid.rows(), columns = m_grid.columns();
    std::vector<char> out(rows * columns);
    std::vector<std::pair<std::size_t, std::size_t>> open;
    const auto reach = [&](std::size_t i, std::size_t j) {
      if (std::exchange(out[i * columns + j], 1) == 0) open.emplace_back(i, j);
    };
    for (std::size_t i = 0; i < rows; ++i) {
      if (!m_grid.edge_down(i, 0)) reach(i, 0);
      if (!m_grid.edge_down(i, columns)) reach(i, columns - 1);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      if (!m_grid.edge_across(0, j)) reach(0, j);
      if (!m_grid.edge_across(rows, j)) reach(rows - 1, j);
    }
    while (!open.empty()) {
      const auto [i, j] = open.back();
      open.pop_back();
      if (i > 0 && !m_grid.edge_across(i, j)) reach(i - 1, j);
      if (i + 1 < rows && !m_grid.edge_across(i + 1, j)) reach(i + 1, j);
      if (j > 0 && !m_grid.edge_down(i, j)) reach(i, j - 1);
      if (j + 1 < columns && !m_grid.edge_down(i, j + 1)) reach(i, j + 1);
    }
    return out;
  }

  /// Inside a table no rule turns: that is the corner of a stamp or of a box.
  bool take_back_corners() {
    const auto columns = m_grid.columns();
    const auto out = outside();
    bool changed = false;
    for (std::size_t i = 1; i < m_grid.rows(); ++i)
      for (std::size_t j = 1; j < columns; ++j) {
        char *const left = &m_grid.edges_across[i * columns + j - 1], *const right = left + 1;
        char *const above = &m_grid.edges_down[(i - 1) * (columns + 1) + j], *const below = above + columns + 1;
        if (*left + *right != 1 || *above + *below != 1) continue;
        const char* const cell = &out[i * columns + j];
        if (cell[0] != 0 || *(cell - 1) != 0 || *(cell - columns) != 0 || *(cell - columns - 1) != 0) continue;
        *left = *right = *above = *below = 0;
        changed = true;
      }
    return changed;
  }

  /// An edge that ends at no other is a stroke of something written, or goes on as a rule of something else.
  void take_back_loose_ends() {
    for (int round = 0; round < k_most_rounds; ++round)
      if (!(take_back_across() | take_back_down())) return;
  }

  [[nodiscard]] bool across_at(std::size_t i, std::size_t j) const {
    return (j > 0 && m_grid.edge_across(i, j - 1)) || (j < m_grid.columns() && m_grid.edge_across(i, j));
  }
  [[nodiscard]] bool down_at(std::size_t i, std::size_t j) const {
    return (i > 0 && m_grid.edge_down(i - 1, j)) || (i < m_grid.rows() && m_grid.edge_down(i, j));
  }

  bool take_back_across() {
    bool changed = false;
    const auto columns = m_grid.columns();
    for (std::size_t i = 0; i < m_grid.across.size(); ++i)
      changed |= take_back(&m_grid.edges_across[i * columns], &m_places_across[i * columns], 1, columns,
                           [&](std::size_t j) { return down_at(i, j); });
    return changed;
  }

  bool take_back_down() {
    bool changed = false;
    for (std::size_t j = 0; j < m_grid.down.size(); ++j)
      changed |= take_back(&m_grid.edges_down[j], &m_places_down[j], m_grid.down.size(), m_grid.rows(),
                           [&](std::size_t i) { return across_at(i, j); });
    return changed;
  }

  /// Along one line, whose `count` edges lie `step` from each other; `held` by a line of the other direction.
  template <typename Held>
  static bool take_back(char* edges, const Edge* places, std::size_t step, std::size_t count, Held held) {
    constexpr std::size_t k_short = 2;  // edges; longer runs are not strokes of a stamp
    bool changed = false;
    for (std::size_t first = 0; first < count; ++first) {
      if (edges[first * step] == 0) continue;
      auto end = first;
      while (end < count && edges[end * step] != 0) ++end;
      const auto& from = places[first * step];
      const auto& to = places[(end - 1) * step];
      const bool beyond =
          (first > 0 && from.line->goes_on_before(from.from)) || (end < count && to.line->goes_on_after(to.to));
      const bool stroke = end - first <= k_short && beyond;
      if (stroke || !held(first)) edges[first * step] = 0, changed = true;
      if (stroke || !held(end)) edges[(end - 1) * step] = 0, changed = true;
      first = end;
    }
    return changed;
  }

  /// False when all lines have an edge.
  bool leave_out_lines() {
    std::vector<char> across(m_grid.across.size()), down(m_grid.down.size());
    for (std::size_t i = 0; i < across.size(); ++i)
      for (std::size_t j = 0; j < m_grid.columns(); ++j)
        if (m_grid.edge_across(i, j)) across[i] = 1;
    for (std::size_t i = 0; i < m_grid.rows(); ++i)
      for (std::size_t j = 0; j < down.size(); ++j)
        if (m_grid.edge_down(i, j)) down[j] = 1;
    const auto keep = [](auto& values, const std::vector<char>& kept) {
      std::size_t at = 0;
      std::erase_if(values, [&](const auto&) { return kept[at++] == 0; });
    };
    const auto before = across.size() + down.size();
    keep(m_grid.across, across);
    keep(m_across, across);
    keep(m_grid.down, down);
    keep(m_down, down);
    return m_grid.across.size() + m_grid.down.size() < before;
  }

  /// What hangs together is a table of its own: what a frame around it holds is not part of it, nor a stamp within it.
  [[nodiscard]] std::vector<TableGrid> parts() {
    constexpr std::size_t k_most_parts = 24, k_least_edges = 7;  // two cells
    const auto columns = m_grid.columns(), width = columns + 1;
    JoinedSets corners(m_grid.across.size() * width);
    for (std::size_t i = 0; i < m_grid.across.size(); ++i)
      for (std::size_t j = 0; j < width; ++j) {
        if (j < columns && m_grid.edge_across(i, j)) corners.join(i * width + j, i * width + j + 1);
        if (i < m_grid.rows() && m_grid.edge_down(i, j)) corners.join(i * width + j, (i + 1) * width + j);
      }
    const auto whole = m_grid;
    std::vector<std::size_t> counts(whole.across.size() * width);
    for (std::size_t at = 0; at < whole.edges_across.size(); ++at)
      if (whole.edges_across[at] != 0) ++counts[corners.root(at / columns * width + at % columns)];
    for (std::size_t at = 0; at < whole.edges_down.size(); ++at)
      if (whole.edges_down[at] != 0) ++counts[corners.root(at)];
    std::vector<TableGrid> out;
    for (std::size_t root = 0; root < counts.size() && out.size() < k_most_parts; ++root) {
      if (counts[root] < k_least_edges) continue;
      m_grid = whole;
      for (std::size_t at = 0; at < m_grid.edges_across.size(); ++at)
        if (corners.root(at / columns * width + at % columns) != root) m_grid.edges_across[at] = 0;
      for (std::size_t at = 0; at < m_grid.edges_down.size(); ++at)
        if (corners.root(at) != root) m_grid.edges_down[at] = 0;
      for (int turn = 0; turn < k_most_rounds && take_back_corners(); ++turn) take_back_loose_ends();
      out.push_back(without_bare_lines(m_grid));
    }
    return out;
  }

  TableGrid m_grid;
  std::vector<Coverage> m_across, m_down;
  std::vector<Edge> m_places_across, m_places_down;  // of the edges of the grid
  double m_least_width, m_least_height;              // of an edge that goes on nowhere
};

}  // namespace

namespace {

/// Of lines, those that run beyond all the others that they cross, at both ends: streaks of a scanner, folds. Unless
/// most do: some tables have no frame.
std::vector<RuledLine> without_streaks(std::vector<RuledLine> lines, const std::vector<RuledLine>& crossed) {
  constexpr int k_beyond = 25;
  if (crossed.size() < 2) return lines;
  const auto streak = [&](const RuledLine& line) {
    const double along = 0.5 * (line.from() + line.to());
    const double at = line.at(along);
    return line.from() < crossed.front().at(at) - k_beyond && line.to() > crossed.back().at(at) + k_beyond;
  };
  const auto count = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), streak));
  if (2 * count <= lines.size()) std::erase_if(lines, streak);
  return lines;
}

/// Of lines, the long ones and those that end at others, as strokes of letters do not.
std::vector<RuledLine> without_strokes(std::vector<RuledLine> lines, const std::vector<RuledLine>& crossed, int longest,
                                       int near) {
  const auto ends = [&](double at, double along) {
    const auto after = std::lower_bound(crossed.begin(), crossed.end(), along - near,
                                        [&](const RuledLine& line, double place) { return line.at(at) < place; });
    return after != crossed.end() && after->at(at) <= along + near;
  };
  std::erase_if(lines, [&](const RuledLine& line) {
    const int from = line.from(), to = line.to();
    return to - from < longest && !(ends(line.at(from), from) && ends(line.at(to), to));
  });
  return lines;
}

}  // namespace

std::vector<TableGrid> grids_of(const RuledArea& area, const Rules& rules) {
  if (area.across.size() > k_most_lines || area.down.size() > k_most_lines) return {};
  const int width = width_of(*rules.down), near = one_rule(height_of(*rules.down)) + 2;
  RuledArea kept{area.box, without_streaks(area.across, area.down), without_streaks(area.down, area.across)};
  kept.down = without_strokes(std::move(kept.down), kept.across, width / k_long_down, near);
  kept.across = without_strokes(std::move(kept.across), kept.down, width / k_long_across, near);
  return GridFinding(kept, rules).found();
}

}  // namespace mizan::documents
