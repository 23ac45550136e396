// SPDX-License-Identifier: GPL-3.0-or-later
// Connected marks as tall as letters are linked to lines; small marks (dots, Persian zeros, dashes) join the nearest
// line. After L. O'Gorman, "The document spectrum for page layout analysis", IEEE PAMI 15 (1993), with fixed
// directions, because the page is already upright.
#include "documents/reader/pieces.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"
#include "documents/reader/marks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

namespace mizan::documents {
namespace {

// In parts of the height of letters.
constexpr double k_wall = 4;                                  // a rule between columns
constexpr double k_gap = 1.8;                                 // what parts two pieces; digit boxes stand closer
constexpr double k_bridge = 6, k_inked = 0.6;                 // over a gap; share of its columns with ink
constexpr double k_reach = 0.8;                               // of a small mark, sideways
constexpr double k_tall = 1.6;                                // digits are taller than most letters, and further apart
constexpr double k_telling = 0.65;                            // letters; a comma high up tells not where the line is
constexpr double k_beyond = 0.35;                             // and above or below the line
constexpr double k_hanging = 0.6, k_behind = 0.6;             // below it, of a comma that near behind a digit
constexpr double k_over = 0.8;                                // the same of a dot, which stands over its letter
constexpr double k_overlap = 0.45;                            // of the lower of two neighbours
constexpr double k_highest = 2.6;                             // a piece
constexpr double k_close = 0.4, k_step = 0.2, k_stair = 2.2;  // letters of a word that stand as a stair

constexpr std::size_t k_told = 8;          // letters that tell how a piece slopes
constexpr std::size_t k_most_told = 150;   // of them; a texture that looks like one line has tens of thousands
constexpr double k_long = 8, k_far = 0.3;  // its least width; of that, how far two are apart
constexpr double k_noticeable = 0.35;      // from its left end to its right one
constexpr double k_steepest = 0.08;        // height over width

int median(std::vector<int> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Union-find over indices.
class Groups {
 public:
  explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
  [[nodiscard]] std::size_t of(std::size_t i) {
    while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
    return i;
  }
  void link(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

 private:
  std::vector<std::size_t> m_parent;
};

bool on_one_line(const Box& a, const Box& b) {
  const int shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return shared >= k_overlap * std::min(a.height(), b.height());
}

/// Letters of one word may stand as steps of a stair («سمیرا»): close to each other, hardly level.
bool side_by_side(const Box& a, const Box& b, double letter) {
  const int shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const int both = std::max(a.y1, b.y1) - std::min(a.y0, b.y0);
  return b.x0 - a.x1 <= k_close * letter && shared >= -k_step * letter && both <= k_stair * letter;
}

struct Gathered {
  Box box;  ///< of the letters; small marks widen it, not heighten it: they would link one line to the next
  std::vector<Box> seeds;
  std::vector<Box> small;
};

Box around(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// The rules between the columns of tables. Those of digit boxes are as low as a line and part nothing.
class Walls {
 public:
  Walls(const std::vector<Box>& rules, double letter) {
    for (const auto& rule : rules)
      if (rule.height() >= k_wall * letter) m_walls.push_back(rule);
    std::sort(m_walls.begin(), m_walls.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  }
  /// Whether one stands between two marks, of which `b` begins further to the right.
  [[nodiscard]] bool part(const Box& a, const Box& b) const {
    const int from = std::max((a.x0 + a.x1) / 2, a.x1 - a.height());
    const int to = std::min((b.x0 + b.x1) / 2, b.x0 + b.height());
    const int y = (std::max(a.y0, b.y0) + std::min(a.y1, b.y1)) / 2;
    auto wall = std::lower_bound(m_walls.begin(), m_walls.end(), from, [](const Box& w, int x) { return w.x0 < x; });
    for (; wall != m_walls.end() && wall->x0 < to; ++wall)
      if (wall->x1 <= to && wall->y0 <= y && y < wall->y1) return true;
    return false;
  }

 private:
  std::vector<Box> m_walls;
};

/// The ring of a stamp or a signature across a line takes in the letters that it touches: what it leaves of the line
/// belongs together.
class Bridges {
 public:
  explicit Bridges(const Marks& marks) : m_marks(marks) {}
  /// How far two marks may be apart, in pixels.
  [[nodiscard]] double reach() const noexcept {
    return (m_marks.strokes.empty() ? k_gap : k_bridge) * m_marks.letter_height;
  }
  /// Whether ink fills the gap between two marks of one line, of which `b` is further to the right.
  [[nodiscard]] bool over(const Box& a, const Box& b) const {
    const Box gap{a.x1, std::max(a.y0, b.y0), b.x0, std::min(a.y1, b.y1)};
    const bool crossed = std::any_of(m_marks.strokes.begin(), m_marks.strokes.end(), [&](const Box& stroke) {
      return stroke.x0 < gap.x1 && stroke.x1 > gap.x0 && stroke.y0 < gap.y1 && stroke.y1 > gap.y0;
    });
    if (!crossed || gap.empty()) return false;
    const auto part = cropped(*m_marks.ink, gap);
    if (!part) return false;
    const std::unique_ptr<Numa, void (*)(Numa*)> columns(pixCountPixelsByColumn(part.get()),
                                                         [](Numa* numbers) { numaDestroy(&numbers); });
    int inked = 0;
    for (int x = 0; x < gap.width(); ++x) {
      int count = 0;
      if (numaGetIValue(columns.get(), x, &count) == 0 && count > 0) ++inked;
    }
    return inked >= k_inked * gap.width();
  }

 private:
  const Marks& m_marks;
};

std::vector<Gathered> linked(const std::vector<Box>& seeds, double letter, const Walls& walls, const Bridges& bridges) {
  Groups groups(seeds.size());
  const int gap = static_cast<int>(k_gap * letter);
  const int reach = static_cast<int>(bridges.reach());
  for (std::size_t i = 0; i < seeds.size(); ++i)
    for (std::size_t j = i + 1; j < seeds.size() && seeds[j].x0 <= seeds[i].x1 + reach; ++j) {
      const bool near = seeds[j].x0 <= seeds[i].x1 + gap;
      if (groups.of(i) == groups.of(j)) continue;
      const bool line = on_one_line(seeds[i], seeds[j]);
      if ((near ? line || side_by_side(seeds[i], seeds[j], letter) : line && bridges.over(seeds[i], seeds[j])) &&
          !walls.part(seeds[i], seeds[j]))
        groups.link(i, j);
    }
  std::vector<Gathered> out;
  std::vector<std::size_t> place(seeds.size(), seeds.size());
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    const auto root = groups.of(i);
    if (place[root] == seeds.size()) {
      place[root] = out.size();
      out.push_back({seeds[i], {}, {}});
    }
    auto& home = out[place[root]];
    home.box = around(home.box, seeds[i]);
    home.seeds.push_back(seeds[i]);
  }
  return out;
}

/// From a small mark to the letters of a line, of so much height, that are nearest to its column (lines may slope a
/// little): sideways, and from its middle up or down to them. Pixels.
struct Distance {
  int aside = 0;
  double beyond = 0;
  int height = 0;  ///< of the letter
};
Distance distance(const Box& mark, const std::vector<Box>& letters, double least_height) {
  const double middle = (mark.y0 + mark.y1) / 2.0;
  Distance out{std::numeric_limits<int>::max(), 0, 0};
  for (const auto& letter : letters) {
    if (letter.height() < least_height) continue;
    const int aside = std::max({0, letter.x0 - mark.x1, mark.x0 - letter.x1});
    const double beyond = std::max({0.0, letter.y0 - middle, middle - letter.y1});
    if (aside < out.aside || (aside == out.aside && beyond < out.beyond)) out = {aside, beyond, letter.height()};
  }
  return out;
}

/// Whether a small mark that is `outside` a group by so much belongs to it, as far as its nearest letter tells.
bool reaches(const Distance& near, int outside, double letter) {
  const double most = near.aside == 0 ? k_over : near.aside <= k_behind * letter ? k_hanging : k_beyond;
  return outside <= k_reach * std::clamp(1.0 * near.height, letter, k_tall * letter) && near.beyond <= most * letter;
}

/// The line a small mark belongs to, or none.
Gathered* home_of(const Box& mark, std::vector<Gathered>& groups, double letter) {
  Gathered* home = nullptr;
  double least = 0;
  for (auto& group : groups) {
    const Box& box = group.box;
    const double over = k_over * letter, reach = k_reach * k_tall * letter;
    if (mark.y1 < box.y0 - over || mark.y0 > box.y1 + over || mark.x1 < box.x0 - reach || mark.x0 > box.x1 + reach)
      continue;
    const int outside = std::max({0, box.x0 - mark.x1, mark.x0 - box.x1});
    auto near = distance(mark, group.seeds, 0);
    if (!reaches(near, outside, letter)) near = distance(mark, group.seeds, k_telling * letter);
    if (!reaches(near, outside, letter)) continue;
    const double beyond = near.beyond;
    if (home != nullptr && outside + beyond >= least) continue;
    home = &group;
    least = outside + beyond;
  }
  return home;
}

/// Small marks widen the line they stand on; a row of zeros grows outwards one by one.
void join_small(std::vector<Gathered>& groups, std::vector<Box> small, double letter) {
  for (bool grown = true; grown;) {
    grown = false;
    std::vector<Box> left;
    for (const auto& mark : small) {
      auto* home = home_of(mark, groups, letter);
      if (home == nullptr) {
        left.push_back(mark);
        continue;
      }
      grown = grown || mark.x0 < home->box.x0 || mark.x1 > home->box.x1;
      home->box.x0 = std::min(home->box.x0, mark.x0);
      home->box.x1 = std::max(home->box.x1, mark.x1);
      home->small.push_back(mark);
    }
    small = std::move(left);
  }
}

/// Faint dots beside a line, no higher and no lower than its letters, are perhaps its last zeros: they widen it, and a
/// recogniser will see what they are.
void widen(std::vector<Gathered>& groups, std::vector<Box> faint, double letter) {
  for (bool grown = true; grown;) {
    grown = false;
    std::erase_if(faint, [&](const Box& mark) {
      auto* home = home_of(mark, groups, letter);
      if (home == nullptr || distance(mark, home->seeds, 0).beyond > 0) return home != nullptr;
      grown = grown || mark.x0 < home->box.x0 || mark.x1 > home->box.x1;
      home->box.x0 = std::min(home->box.x0, mark.x0);
      home->box.x1 = std::max(home->box.x1, mark.x1);
      return true;
    });
  }
}

/// Thin print breaks into small marks, which fill gaps between seeds only now.
std::vector<Gathered> merged(std::vector<Gathered> groups, double letter, const Walls& walls, const Bridges& bridges) {
  std::vector<Box> boxes;
  boxes.reserve(groups.size());
  std::sort(groups.begin(), groups.end(), [](const Gathered& a, const Gathered& b) {
    return a.box.x0 != b.box.x0 ? a.box.x0 < b.box.x0 : a.box.y0 < b.box.y0;
  });
  for (const auto& group : groups) boxes.push_back(group.box);
  auto out = linked(boxes, letter, walls, bridges);
  for (auto& group : out) {
    std::vector<Box> seeds;
    for (const auto& box : group.seeds) {
      const auto& part = groups[static_cast<std::size_t>(std::find(boxes.begin(), boxes.end(), box) - boxes.begin())];
      seeds.insert(seeds.end(), part.seeds.begin(), part.seeds.end());
      group.small.insert(group.small.end(), part.small.begin(), part.small.end());
    }
    group.seeds = std::move(seeds);
  }
  return out;
}

double middle_of(const Box& box) {
  return (box.y0 + box.y1) / 2.0;
}

/// How far the line sinks to the right, pixel by pixel; 0 where that cannot be told or does not matter: the median over
/// pairs of letters that stand far apart. P. K. Sen, J. American Statistical Association 63 (1968).
double slope_of(const Gathered& group, double letter) {
  const double width = group.box.width();
  if (group.seeds.size() < k_told || width < k_long * letter) return 0;
  std::vector<Box> telling;
  const std::size_t count = std::min(k_most_told, group.seeds.size());
  telling.reserve(count);
  for (std::size_t i = 0; i < count; ++i) telling.push_back(group.seeds[i * group.seeds.size() / count]);
  std::vector<double> slopes;
  for (const auto& a : telling)
    for (const auto& b : telling)
      if (b.x0 - a.x0 > width * k_far) slopes.push_back((middle_of(b) - middle_of(a)) / (b.x0 - a.x0));
  if (slopes.empty()) return 0;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return std::abs(*middle) * width < k_noticeable * letter || std::abs(*middle) > k_steepest ? 0 : *middle;
}

Piece piece_of(const Gathered& group, double letter) {
  Piece out{group.box, 0, slope_of(group, letter)};
  const auto level = [&](Box box) {
    const int sunk = static_cast<int>(std::lround(out.slope * ((box.x0 + box.x1) - (group.box.x0 + group.box.x1)) / 2));
    return Box{box.x0, box.y0 - sunk, box.x1, box.y1 - sunk};
  };
  std::vector<int> tops, bottoms, heights;
  for (const auto& seed : group.seeds) {
    const Box box = level(seed);
    tops.push_back(box.y0);
    bottoms.push_back(box.y1);
    heights.push_back(box.height());
  }
  out.letter_height = median(std::move(heights));
  out.box.y0 = *std::min_element(tops.begin(), tops.end());
  out.box.y1 = *std::max_element(bottoms.begin(), bottoms.end());
  for (const auto& mark : group.small) {
    out.box.y0 = std::min(out.box.y0, level(mark).y0);
    out.box.y1 = std::max(out.box.y1, level(mark).y1);
  }
  const int most = static_cast<int>(k_highest * letter);
  if (out.box.height() > most) {
    const int middle = (median(std::move(tops)) + median(std::move(bottoms))) / 2;
    out.box.y0 = std::max(out.box.y0, middle - most / 2);
    out.box.y1 = std::min(out.box.y1, middle + most / 2);
  }
  return out;
}

}  // namespace

std::vector<Piece> pieces_of(const Pix& image, const std::vector<Box>& upright_rules) {
  auto marks = marks_of(image);
  const double letter = marks.letter_height;
  const Walls walls(upright_rules, letter);
  const Bridges bridges(marks);
  auto groups = linked(marks.letters, letter, walls, bridges);
  join_small(groups, std::move(marks.small), letter);
  widen(groups, std::move(marks.faint), letter);
  groups = merged(std::move(groups), letter, walls, bridges);
  std::vector<Piece> out;
  out.reserve(groups.size());
  for (const auto& group : groups) out.push_back(piece_of(group, letter));
  std::sort(out.begin(), out.end(), [](const Piece& a, const Piece& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return out;
}

}  // namespace mizan::documents
