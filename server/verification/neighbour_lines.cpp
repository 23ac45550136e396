// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/neighbour_lines.hpp"

#include <algorithm>
#include <cstdlib>

namespace mizan::verification {
namespace {

// Values that a narrow column breaks between words.
bool in_words(ValueKind kind) {
  return kind == ValueKind::address || kind == ValueKind::name || kind == ValueKind::text || kind == ValueKind::date;
}

}  // namespace

NeighbourLines::NeighbourLines(const LabelPlaces& places)
    : m_places(places), m_page(places.page()), m_values_above(values_stand_above()) {}

bool NeighbourLines::value_above(const Occurrence& occurrence) const {
  return m_values_above && values_around(occurrence).above;
}

// The nearest line above or below that has anything over or under the label, and how far away it is.
NeighbourLines::NextLine NeighbourLines::next_line(const Box& label, int own_line, bool upwards) const {
  NextLine out;
  for (int at = 0; at < m_page.size(); ++at) {
    const Token& token = m_page.token(at);
    const int centre = (token.box.x0 + token.box.x1) / 2;
    const int away = upwards ? label.y0 - token.box.y1 : token.box.y0 - label.y1;
    if (token.line == own_line || centre < label.x0 - m_page.line_height() ||
        centre > label.x1 + m_page.line_height() || away < -m_page.line_height() / 2)
      continue;
    if (out.line < 0 || away < out.away) out = {token.line, away};
  }
  return out;
}

NeighbourLines::Distances NeighbourLines::values_around(const Occurrence& occurrence) const {
  constexpr int k_close = 20;  // tenths of the line height
  const Box label = box_of(m_page, occurrence);
  const int line = m_page.token(occurrence.last).line;
  const auto value_in = [&](const NextLine& next) -> std::optional<int> {
    if (next.line < 0 || m_places.tenths(next.away) > k_close || m_places.labelled(next.line)) return std::nullopt;
    return std::max(0, next.away);
  };
  return {value_in(next_line(label, line, true)), value_in(next_line(label, line, false))};
}

// Labels in small print under the lines that values are written on. Most lines of nothing but labels have values
// above them and nothing below, or further away.
bool NeighbourLines::values_stand_above() const {
  int above = 0, below = 0, last = -1;
  for (const auto& occurrence : m_places.all()) {
    const int line = m_page.token(occurrence.last).line;
    if (line == last || !m_places.heads_only(line)) continue;
    last = line;
    const auto values = values_around(occurrence);
    if (values.above && (!values.below || 2 * *values.above < *values.below)) ++above;
    if (values.below && (!values.above || 2 * *values.below < *values.above)) ++below;
  }
  return above > below;
}

Zone NeighbourLines::above(const Occurrence& occurrence) const {
  Zone zone;
  zone.standing = Standing::under;
  const Box label = box_of(m_page, occurrence);
  const int line = next_line(label, m_page.token(occurrence.last).line, true).line;
  const auto [left, right] = column_of(occurrence, label);
  int nearest = -1, least = 0;
  for (int at = 0; at < m_page.size(); ++at) {
    const Box& box = m_page.token(at).box;
    const int away = std::abs(box.x0 + box.x1 - label.x0 - label.x1);
    if (m_page.token(at).line != line || (nearest >= 0 && away >= least)) continue;
    nearest = at;
    least = away;
  }
  if (nearest >= 0) zone.tokens = stretch_around(nearest, left, right);
  return zone;
}

// In the first line that has anything there, what stands nearest to the label's middle.
std::optional<int> NeighbourLines::first_below(const Occurrence& occurrence, const Box& label) const {
  const int height = m_page.line_height();
  const auto below = [&](int at) {
    const Box& box = m_page.token(at).box;
    return box.y0 >= label.y1 - height / 3 && box.y0 < label.y1 + 3 * height;
  };
  std::optional<int> first;
  int least = 0;
  for (int at = 0; at < m_page.size(); ++at) {
    if (first && m_page.token(at).line != m_page.token(*first).line) break;
    const Box& box = m_page.token(at).box;
    const int centre = (box.x0 + box.x1) / 2;
    const bool near = centre > label.x0 - 2 * height && centre < label.x1 + 2 * height;
    if (!below(at) || !near || m_page.token(at).line == m_page.token(occurrence.last).line) continue;
    const int away = std::abs(box.x0 + box.x1 - label.x0 - label.x1);
    if (first && away >= least) continue;
    first = at;
    least = away;
  }
  return first;
}

Zone NeighbourLines::under(const Occurrence& occurrence) const {
  Zone zone;
  zone.standing = Standing::under;
  const Box label = box_of(m_page, occurrence);
  const auto first = first_below(occurrence, label);
  if (!first || m_places.covered(*first) || behind_a_label(*first)) return zone;
  const auto [left, right] = column_of(occurrence, label);
  zone.tokens = stretch_around(*first, left, right);
  if (in_words(m_places.kind())) add_lines_below(zone.tokens, left, right);
  return zone;
}

// What follows a label on its own line belongs to that one.
bool NeighbourLines::behind_a_label(int at) const {
  if (at == 0 || !m_places.covered(at - 1)) return false;
  const Token& token = m_page.token(at);
  const Token& before = m_page.token(at - 1);
  return token.line == before.line && gap_between(token.box, before.box) <= m_page.line_height();
}

// Half way to the labels beside it.
std::pair<int, int> NeighbourLines::column_of(const Occurrence& occurrence, const Box& label) const {
  int left = 0, right = m_page.page().width_px;
  for (const auto& other : m_places.all()) {
    if (other.first == occurrence.first || !m_places.covered(other.first)) continue;
    const Box& box = m_page.token(other.first).box;
    const Box& end = m_page.token(other.last).box;
    if (box.y0 >= label.y1 || box.y1 <= label.y0) continue;
    if (box.x1 <= label.x0) left = std::max(left, (box.x1 + label.x0) / 2);
    if (end.x0 >= label.x1) right = std::min(right, (end.x0 + label.x1) / 2);
  }
  return {left, right};
}

// What hangs together with a token in its line, up to other labels and within the column.
std::vector<int> NeighbourLines::stretch_around(int token, int left, int right) const {
  const auto belongs = [&](int at, int neighbour) {
    if (at < 0 || at >= m_page.size() || m_places.covered(at)) return false;
    const Box& box = m_page.token(at).box;
    const int centre = (box.x0 + box.x1) / 2;
    const int gap = gap_between(box, m_page.token(neighbour).box);
    // A long value reaches beyond its column; then only the gap between two words parts it from the rest.
    const bool within = centre > left && centre < right && gap <= m_page.line_height();
    return m_page.token(at).line == m_page.token(neighbour).line && (within || gap * 5 <= m_page.line_height() * 4);
  };
  int first = token, last = token;
  while (belongs(first - 1, first)) --first;
  while (belongs(last + 1, last)) ++last;
  std::vector<int> out;
  for (int at = first; at <= last; ++at) out.push_back(at);
  return out;
}

void NeighbourLines::add_lines_below(std::vector<int>& tokens, int left, int right) const {
  const int most = longest_value(m_places.kind());
  for (int at = tokens.back() + 1; at < m_page.size() && static_cast<int>(tokens.size()) < most; ++at) {
    const Box around = m_page.box_of(tokens);
    const Box& box = m_page.token(at).box;
    const int centre = (box.x0 + box.x1) / 2;
    if (m_page.token(at).line == m_page.token(tokens.back()).line || centre <= left || centre >= right) continue;
    const bool over = box.x0 < around.x1 && around.x0 < box.x1;
    if (!over || m_places.covered(at) || m_places.tenths(box.y0 - around.y1) > k_row_gap) break;
    const auto more = stretch_around(at, left, right);
    tokens.insert(tokens.end(), more.begin(), more.end());
  }
}

}  // namespace mizan::verification
