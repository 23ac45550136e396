// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/ruled_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_steepest = 0.05;  // of a rule on a page that was set upright

/// How much further the line lies for each pixel along its last pieces; nothing where they are too short to tell.
std::optional<double> slope_of(const RuledLine& line) {
  constexpr std::size_t k_last = 6;
  constexpr int k_tells = 40;  // pixels; shorter lines slope by chance
  const auto& last = line.pieces.back();
  const auto& first = line.pieces[line.pieces.size() - std::min(k_last, line.pieces.size())];
  const double along = 0.5 * (last.from + last.to - first.from - first.to);
  if (along < k_tells) return std::nullopt;
  return std::clamp((last.at - first.at) / along, -k_steepest, k_steepest);
}

/// Lines that are still open, by where they last were.
class Tracing {
 public:
  explicit Tracing(int apart) : m_apart(apart) {}

  void add(const RulePiece& piece) {
    const int at = static_cast<int>(std::lround(piece.at));
    auto best = m_open.end();
    double nearest = 0;
    for (auto it = m_open.lower_bound(at - 2 * m_apart); it != m_open.end() && it->first <= at + 2 * m_apart; ++it) {
      const auto off = distance(m_lines[it->second], piece);
      if (!off || (best != m_open.end() && *off >= nearest)) continue;
      best = it;
      nearest = *off;
    }
    std::size_t line = m_lines.size();
    if (best == m_open.end()) {
      m_lines.emplace_back();
    } else {
      line = best->second;
      m_open.erase(best);
    }
    m_lines[line].pieces.push_back(piece);
    m_open.emplace(at, line);
  }

  [[nodiscard]] std::vector<RuledLine> lines() { return std::move(m_lines); }

 private:
  /// From where the line would be at the piece; nothing where it is no part of it.
  [[nodiscard]] std::optional<double> distance(const RuledLine& line, const RulePiece& piece) const {
    constexpr int k_overlap = 3, k_gap_per_pixel = 40;
    const auto& last = line.pieces.back();
    const int gap = piece.from - last.to;
    if (gap < -k_overlap) return std::nullopt;
    const double along = 0.5 * (piece.from + piece.to - last.from - last.to);
    const auto slope = slope_of(line);
    const double off = std::abs(last.at + slope.value_or(0) * along - piece.at);
    const double any = slope ? 0 : k_steepest * along;
    const double reach = std::min(1.0 * m_apart, 3.0 + std::max(0, gap) / (1.0 * k_gap_per_pixel) + any);
    return off <= reach ? std::optional(off) : std::nullopt;
  }

  int m_apart;
  std::vector<RuledLine> m_lines;
  std::multimap<int, std::size_t> m_open;
};

bool by_place(const RulePiece& a, const RulePiece& b) {
  return std::pair(a.from, a.at) < std::pair(b.from, b.at);
}

double middle(const RuledLine& line) {
  return line.at(0.5 * (line.from() + line.to()));
}

/// How far from each other they lie where both are, or between them.
double distance(const RuledLine& a, const RuledLine& b) {
  const double along = 0.5 * (std::max(a.from(), b.from()) + std::min(a.to(), b.to()));
  return std::abs(a.at(along) - b.at(along));
}

std::vector<RuledLine> merged(std::vector<RuledLine> lines, int apart) {
  constexpr std::size_t k_neighbours = 4;
  std::sort(lines.begin(), lines.end(), [](const RuledLine& a, const RuledLine& b) { return middle(a) < middle(b); });
  std::vector<RuledLine> out;
  std::vector<std::vector<RulePiece>> more;  // of the lines in `out`
  for (auto& line : lines) {
    const auto first = out.end() - static_cast<std::ptrdiff_t>(std::min(k_neighbours, out.size()));
    const auto same = std::find_if(first, out.end(), [&](const RuledLine& o) { return distance(o, line) <= apart; });
    if (same == out.end()) {
      out.push_back(std::move(line));
      more.emplace_back();
    } else {
      auto& pieces = more[static_cast<std::size_t>(same - out.begin())];
      pieces.insert(pieces.end(), line.pieces.begin(), line.pieces.end());
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].pieces.insert(out[i].pieces.end(), more[i].begin(), more[i].end());
    std::sort(out[i].pieces.begin(), out[i].pieces.end(), by_place);
  }
  return out;
}

}  // namespace

double RuledLine::at(double along) const {
  const auto centre = [](const RulePiece& piece) { return 0.5 * (piece.from + piece.to); };
  const auto after = std::lower_bound(pieces.begin(), pieces.end(), along,
                                      [&](const RulePiece& piece, double x) { return centre(piece) < x; });
  if (after == pieces.begin()) return pieces.front().at;
  if (after == pieces.end()) return pieces.back().at;
  const auto& before = *std::prev(after);
  const double whole = centre(*after) - centre(before);
  return whole <= 0 ? before.at : before.at + (after->at - before.at) * (along - centre(before)) / whole;
}

int RuledLine::to() const {
  return std::max_element(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) { return a.to < b.to; })->to;
}

int RuledLine::length() const {
  int sum = 0, end = pieces.front().from;
  for (const auto& piece : pieces) {
    sum += std::max(0, piece.to - std::max(piece.from, end));
    end = std::max(end, piece.to);
  }
  return sum;
}

std::vector<RuledLine> traced(std::vector<RulePiece> pieces, int apart) {
  std::sort(pieces.begin(), pieces.end(), by_place);
  Tracing tracing(apart);
  for (const auto& piece : pieces) tracing.add(piece);
  auto lines = merged(tracing.lines(), apart);
  std::sort(lines.begin(), lines.end(), [](const RuledLine& a, const RuledLine& b) { return middle(a) < middle(b); });
  return lines;
}

}  // namespace mizan::documents
