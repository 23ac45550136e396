// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/leaders.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

// In parts of the height of letters.
constexpr double k_dot = 0.5;
constexpr double k_step = 1.3, k_level = 0.12;  // from one dot to the next
constexpr double k_near = 6;                    // letters that tell where the line stands
constexpr std::size_t k_tellers = 8;            // of them, the nearest
constexpr double k_at_foot = 0.25;              // zeros stand higher, in some typefaces hardly:
constexpr double k_surely_at_foot = 0.19;       // what no more than a few dots must be
constexpr double k_foot = 0.2;                  // of the letters' lower ends, from above: some reach below the line

constexpr double k_even = 0.25, k_mostly = 0.85;  // distances that differ by less are equal; share of them
constexpr std::size_t k_few = 5, k_many = 10;     // dots at the foot of a line; where none tells

double middle_x(const Box& box) {
  return (box.x0 + box.x1) / 2.0;
}
double middle_y(const Box& box) {
  return (box.y0 + box.y1) / 2.0;
}

using Row = std::vector<Box>;

/// Dots one after the other on a level. `dots` from left to right.
std::vector<Row> rows_of(const std::vector<Box>& dots, double letter) {
  std::vector<Row> done, open;
  for (const auto& dot : dots) {
    for (std::size_t i = 0; i < open.size();) {
      if (middle_x(dot) - middle_x(open[i].back()) <= k_step * letter) {
        ++i;
        continue;
      }
      done.push_back(std::move(open[i]));
      open[i] = std::move(open.back());
      open.pop_back();
    }
    const auto home = std::find_if(open.begin(), open.end(), [&](const Row& row) {
      return std::abs(middle_y(row.back()) - middle_y(dot)) <= k_level * letter && dot.x0 >= row.back().x1;
    });
    if (home == open.end())
      open.push_back({dot});
    else
      home->push_back(dot);
  }
  std::move(open.begin(), open.end(), std::back_inserter(done));
  return done;
}

bool is_even(const Row& row) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < row.size(); ++i) steps.push_back(middle_x(row[i]) - middle_x(row[i - 1]));
  auto sorted = steps;
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted[sorted.size() / 2];
  const auto even =
      std::count_if(steps.begin(), steps.end(), [&](double step) { return std::abs(step - usual) <= k_even * usual; });
  return static_cast<double>(even) >= k_mostly * static_cast<double>(steps.size());
}

/// Where the letters next to a row stand; nothing where there are none. `letters` from left to right.
std::optional<double> foot_of(const Row& row, const std::vector<Box>& letters, double letter) {
  const double reach = k_near * letter, y = middle_y(row.front());
  std::vector<std::pair<int, int>> ends;  // how far aside, lower end
  const auto from = std::lower_bound(letters.begin(), letters.end(), row.front().x0 - reach - letter,
                                     [](const Box& box, double x) { return box.x0 < x; });
  for (auto at = from; at != letters.end() && at->x0 <= row.back().x1 + reach; ++at)
    if (at->y1 >= y - letter / 2 && at->y0 <= y + letter / 2 && at->height() <= 2 * letter)
      ends.emplace_back(std::max({0, row.front().x0 - at->x1, at->x0 - row.back().x1}), at->y1);
  if (ends.empty()) return std::nullopt;
  std::sort(ends.begin(), ends.end());
  ends.resize(std::min(ends.size(), k_tellers));
  std::vector<int> feet;
  feet.reserve(ends.size());
  for (const auto& [aside, end] : ends) feet.push_back(end);
  const auto which = feet.begin() + static_cast<std::ptrdiff_t>(k_foot * static_cast<double>(feet.size()));
  std::nth_element(feet.begin(), which, feet.end());
  return *which;
}

bool is_leader(const Row& row, const std::vector<Box>& letters, double letter) {
  if (row.size() < k_few || !is_even(row)) return false;
  const bool many = row.size() >= k_many;
  const auto foot = foot_of(row, letters, letter);
  if (!foot) return many;
  const double above = *foot - middle_y(row[row.size() / 2]);
  const bool at_foot = std::abs(above) <= (many ? k_at_foot : k_surely_at_foot) * letter;
  const bool as_zeros = above > k_at_foot * letter && above <= letter;
  return at_foot || (many && !as_zeros);
}

}  // namespace

void drop_leaders(Marks& marks) {
  const double letter = marks.letter_height;
  std::vector<Box> dots;
  std::copy_if(marks.small.begin(), marks.small.end(), std::back_inserter(dots),
               [&](const Box& box) { return box.width() <= k_dot * letter && box.height() <= k_dot * letter; });
  const auto key = [](const Box& box) { return std::tuple(box.x0, box.y0, box.x1, box.y1); };
  std::set<std::tuple<int, int, int, int>> leaders;
  for (const auto& row : rows_of(dots, letter))
    if (is_leader(row, marks.letters, letter))
      for (const auto& dot : row) leaders.insert(key(dot));
  std::erase_if(marks.small, [&](const Box& mark) { return leaders.contains(key(mark)); });
}

}  // namespace mizan::documents
