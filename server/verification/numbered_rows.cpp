// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/numbered_rows.hpp"

#include "verification/matchers/numerals.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>

namespace mizan::verification {
namespace {

constexpr std::size_t k_most_candidates = 150, k_longest_number = 3;
constexpr std::size_t k_few = 4;   // numbers that a chance does not set evenly
constexpr double k_share = 0.4;    // of the rows whose numbers must be legible
constexpr int k_beyond = 2;        // rows before the first and behind the last legible number
constexpr double k_off = 0.25;     // of the pitch, a number
constexpr double k_within = 0.45;  // of the pitch, what belongs to a row
// In heights of lines.
constexpr double k_closest = 0.9, k_furthest = 6, k_aside = 1.5, k_far = 8;

int middle_x(const Box& box) {
  return (box.x0 + box.x1) / 2;
}
int middle_y(const Box& box) {
  return (box.y0 + box.y1) / 2;
}

}  // namespace

std::vector<NumberedRows::Anchor> NumberedRows::candidates() const {
  std::vector<Anchor> out;
  for (const int at : m_tokens) {
    const Token& token = m_page->token(at);
    const auto numeral = numeral_of(token.first().normal);
    const bool stroke = !m_page->exact() && token.first().letters == U"ا";  // a one looks like an alef
    if (!stroke && (!numeral || numeral->groups.size() != 1 || numeral->digits().size() > k_longest_number)) continue;
    const int number = stroke ? 1 : std::stoi(numeral->digits());
    if (number > 0) out.push_back({at, number, middle_x(token.box), middle_y(token.box)});
    if (out.size() == k_most_candidates) break;
  }
  return out;
}

/// The nearest candidate of each number, as far below `from` as the number says.
std::vector<NumberedRows::Anchor> NumberedRows::in_line_with(const Anchor& from, double pitch,
                                                             const std::vector<Anchor>& all) const {
  const auto off = [&](const Anchor& a) { return std::abs(a.y - from.y - pitch * (a.number - from.number)); };
  std::vector<Anchor> out;
  for (const auto& each : all)
    if (std::abs(each.x - from.x) <= k_aside * m_page->line_height() && off(each) <= k_off * pitch) out.push_back(each);
  std::sort(out.begin(), out.end(), [&](const Anchor& a, const Anchor& b) {
    return a.number != b.number ? a.number < b.number : off(a) < off(b);
  });
  out.erase(std::unique(out.begin(), out.end(), [](const Anchor& a, const Anchor& b) { return a.number == b.number; }),
            out.end());
  return out;
}

std::optional<NumberedRows> NumberedRows::among(const PageView& page, const std::vector<int>& tokens) {
  NumberedRows out(page, tokens);
  const auto all = out.candidates();
  for (const auto& upper : all)
    for (const auto& lower : all) {
      if (lower.number <= upper.number || lower.y <= upper.y) continue;
      const double pitch = static_cast<double>(lower.y - upper.y) / (lower.number - upper.number);
      if (pitch < k_closest * page.line_height() || pitch > k_furthest * page.line_height()) continue;
      auto anchors = out.in_line_with(upper, pitch, all);
      if (anchors.size() <= out.m_anchors.size()) continue;
      out.m_anchors = std::move(anchors);
      out.m_pitch = pitch;
    }
  if (out.m_anchors.size() < k_few && !out.counts_a_short_list()) return std::nullopt;
  const int rows = out.m_anchors.back().number - out.m_anchors.front().number + 1;
  if (static_cast<double>(out.m_anchors.size()) < k_share * rows) return std::nullopt;
  for (const auto& each : all)
    if (std::abs(each.x - out.m_anchors.front().x) <= k_aside * page.line_height()) out.m_column.push_back(each);
  out.m_slope = out.slope();
  return out;
}

/// Two or three rows, all of them numbered from 1 on, each at the beginning of a line of several numbers.
bool NumberedRows::counts_a_short_list() const {
  constexpr int k_numbers = 4;  // of a row, its own among them
  if (m_anchors.size() < 2) return false;
  for (std::size_t i = 0; i < m_anchors.size(); ++i) {
    const int at = m_anchors[i].token, line = m_page->token(at).line;
    if (m_anchors[i].number != static_cast<int>(i) + 1 || (at > 0 && m_page->token(at - 1).line == line)) return false;
    const auto numbers = std::count_if(m_tokens.begin(), m_tokens.end(), [&](int other) {
      return m_page->token(other).line == line && numeral_of(m_page->token(other).first().normal);
    });
    if (numbers < k_numbers) return false;
  }
  return true;
}

/// Of what stands in one line with a number, far from it: the median.
double NumberedRows::slope() const {
  std::vector<double> slopes;
  for (const auto& anchor : m_anchors)
    for (const int at : m_tokens) {
      const Token& token = m_page->token(at);
      const int aside = middle_x(token.box) - anchor.x;
      if (token.line != m_page->token(anchor.token).line || std::abs(aside) < k_far * m_page->line_height()) continue;
      slopes.push_back(static_cast<double>(middle_y(token.box) - anchor.y) / aside);
    }
  if (slopes.empty()) return 0;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return *middle;
}

/// The row's own number, where it stands between those of the rows above and below.
const NumberedRows::Anchor* NumberedRows::printed(int number, double expected) const {
  const Anchor* best = nullptr;
  for (const auto& each : m_column) {
    const bool in_order = std::all_of(m_anchors.begin(), m_anchors.end(), [&](const Anchor& anchor) {
      return anchor.number == number || (anchor.number < number) == (anchor.y < each.y);
    });
    if (each.number != number || !in_order) continue;
    if (best == nullptr || std::abs(each.y - expected) < std::abs(best->y - expected)) best = &each;
  }
  return best;
}

std::vector<int> NumberedRows::row(int number) const {
  const auto nearest = std::min_element(m_anchors.begin(), m_anchors.end(), [&](const Anchor& a, const Anchor& b) {
    return std::abs(a.number - number) < std::abs(b.number - number);
  });
  std::vector<int> out;
  if (number < m_anchors.front().number - k_beyond || number > m_anchors.back().number + k_beyond) return out;
  double y = nearest->y + m_pitch * (number - nearest->number);
  if (const auto* own = printed(number, y))
    y = own->y;
  else if (m_page->exact())
    return out;
  for (const int at : m_tokens) {
    const Box& box = m_page->token(at).box;
    if (std::abs(middle_y(box) - y - m_slope * (middle_x(box) - nearest->x)) <= k_within * m_pitch) out.push_back(at);
  }
  std::stable_sort(out.begin(), out.end(),
                   [&](int a, int b) { return m_page->token(a).box.x1 > m_page->token(b).box.x1; });
  return out;
}

}  // namespace mizan::verification
