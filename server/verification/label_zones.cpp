// SPDX-License-Identifier: GPL-3.0-or-later
// The value beside its label (to the left and on over line ends), within its column, around it, or under it.
#include "verification/zones.hpp"

#include "verification/label_doubts.hpp"
#include "verification/label_places.hpp"
#include "verification/matchers/words.hpp"
#include "verification/neighbour_lines.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

constexpr int k_paragraph_gap = 16;  // tenths of the line height: what parts two paragraphs

class LabelZones {
 public:
  LabelZones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page), m_claim(claim), m_places(page, occurrences, claim.kind), m_neighbours(m_places) {}

  [[nodiscard]] std::vector<Zone> of(const Occurrence& occurrence) const {
    std::vector<Zone> out;
    // «مؤدی، به آگاهی می‌رساند»: a word of a sentence.
    if (const Token& end = m_page.token(occurrence.last); end.comma && !end.colon) return out;
    const auto add = [&](Zone zone) {
      if (!zone.tokens.empty()) out.push_back(with_label(std::move(zone), occurrence));
    };
    if (stands_behind(m_page, occurrence, m_claim.kind)) {
      add(front_zone(m_page, occurrence, m_claim.kind));
      return out;
    }
    if (!occurrence.rest.empty()) add(beside_stack(occurrence));
    if (auto only = only_zone(occurrence)) {
      add(std::move(*only));
      return out;
    }
    const Zone flowing = beside(occurrence), within = column(occurrence);
    const bool form = m_places.starts_column(occurrence);
    add(form ? within : flowing);
    if (!out.empty() && in_sentence(m_places, occurrence)) out.back().doubtful_owner = true;
    const bool long_text =
        m_claim.kind == ValueKind::address || m_claim.kind == ValueKind::text || m_claim.kind == ValueKind::name;
    if (long_text && form) add(block(occurrence));
    if (m_claim.kind == ValueKind::address && form) add(flowing);
    if (may_stand_under(occurrence, within.tokens)) add(m_neighbours.under(occurrence));
    return out;
  }

 private:
  [[nodiscard]] Zone with_label(Zone zone, const Occurrence& occurrence) const {
    zone.generic = occurrence.generic;
    zone.edits = occurrence.edits;
    zone.rank = occurrence.rank;
    zone.label = occurrence.first;
    zone.unit = unit_of(occurrence);
    zone.doubtful_owner = may_mean_another_field(m_places, occurrence, zone.standing);
    return zone;
  }

  /// The only place for the value, where the page leaves no other: under a head, in front of the label, or above it.
  [[nodiscard]] std::optional<Zone> only_zone(const Occurrence& occurrence) const {
    const Token& end = m_page.token(occurrence.last);
    if (m_places.heads_only(end.line))
      return m_neighbours.value_above(occurrence) ? m_neighbours.above(occurrence) : m_neighbours.under(occurrence);
    if (auto zone = front_zone(m_page, occurrence, m_claim.kind); !zone.tokens.empty()) return zone;
    if (!end.colon && m_neighbours.value_above(occurrence)) return m_neighbours.above(occurrence);
    return std::nullopt;
  }

  /// `within` stands beside the label, in its column: where that is no value, it may stand under the label. In running
  /// text («محل فعالیت در استان گیلان») what is under a label is another line; the heading of a line («مشخصات مؤدی: نام
  /// مالیات‌دهنده: …») has none.
  [[nodiscard]] bool may_stand_under(const Occurrence& occurrence, const std::vector<int>& within) const {
    const Token& end = m_page.token(occurrence.last);
    const bool heads_a_line = end.colon && m_places.runs_into_a_label(occurrence, k_column_gap);
    const bool in_text = !end.colon && !occurrence.generic && m_places.runs_into_a_label(occurrence, k_word_gap);
    if (heads_a_line || in_text) return false;
    const auto first = behind_brackets(occurrence, within);
    return m_places.heads_with_more(end.line) || says_nothing(within) || first == within.end() ||
           m_page.token(*first).line != end.line;
  }

  // The value of a label that goes on under itself stands at the height of both its lines.
  [[nodiscard]] Zone beside_stack(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::column;
    zone.closed = true;
    Box label = m_page.token(occurrence.first).box;
    for (const int at : occurrence.rest) label = joined(label, m_page.token(at).box);
    int left = 0;
    std::vector<int> inside;
    for (int at = 0; at < m_page.size(); ++at) {
      const Box& box = m_page.token(at).box;
      const int centre = (box.y0 + box.y1) / 2;
      if (occurrence.covers(at) || centre < label.y0 || centre > label.y1 || box.x1 > label.x0 + 2) continue;
      if (m_places.covered(at))
        left = std::max(left, box.x1);
      else
        inside.push_back(at);
    }
    std::copy_if(inside.begin(), inside.end(), std::back_inserter(zone.tokens),
                 [&](int at) { return m_page.token(at).box.x0 >= left; });
    return zone;
  }

  [[nodiscard]] Zone beside(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::beside;
    int before = occurrence.last;
    const int most = longest_value(m_claim.kind);
    for (int at = occurrence.last + 1; at < m_page.size() && static_cast<int>(zone.tokens.size()) < most; ++at) {
      if (m_places.starts(at)) {
        zone.closed = true;
        break;
      }
      const Token& token = m_page.token(at);
      const Token& last = m_page.token(before);
      if (token.line != last.line && m_places.tenths(token.box.y0 - last.box.y1) > k_paragraph_gap) break;
      if (token.box.y1 < last.box.y0) break;
      zone.tokens.push_back(at);
      before = at;
    }
    return zone;
  }

  // Where the label's column ends to the left: at the next label of its line.
  [[nodiscard]] int left_end(const Occurrence& occurrence) const {
    const Token& label = m_page.token(occurrence.last);
    int left = 0;
    for (const auto& other : m_places.all()) {
      const Box& box = m_page.token(other.first).box;
      const bool same_height = box.y0 < label.box.y1 && label.box.y0 < box.y1;
      if (same_height && box.x1 <= label.box.x0 && m_places.covered(other.first)) left = std::max(left, box.x1);
    }
    return left;
  }

  [[nodiscard]] Zone column(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::column;
    const Token& label = m_page.token(occurrence.last);
    const int right = m_page.token(occurrence.first).box.x1 + m_page.line_height();
    const int left = left_end(occurrence);
    int at = occurrence.last + 1, bottom = label.box.y1;
    for (; at < m_page.size() && m_page.token(at).line == label.line; ++at) {
      const Token& token = m_page.token(at);
      if (m_places.starts(at)) {
        zone.closed = true;
        break;
      }
      const Token& before = m_page.token(at - 1);
      const bool apart =
          !says_nothing(zone.tokens) && m_places.tenths(gap_between(token.box, before.box)) > 2 * k_column_gap;
      if (apart && m_claim.kind != ValueKind::address) {
        zone.closed = true;
        break;
      }
      zone.tokens.push_back(at);
      bottom = std::max(bottom, token.box.y1);
    }
    while (at < m_page.size() && m_page.token(at).line == label.line) ++at;
    // On over the lines below, in the same column.
    bool first_line = true;
    while (at < m_page.size() && static_cast<int>(zone.tokens.size()) < longest_value(m_claim.kind)) {
      const int line = m_page.token(at).line;
      std::vector<int> here;
      bool labelled = false, wider = false;
      int lowest_top = m_page.token(at).box.y0;
      for (; at < m_page.size() && m_page.token(at).line == line; ++at) {
        const Box& box = m_page.token(at).box;
        const int centre = (box.x0 + box.x1) / 2;
        lowest_top = std::max(lowest_top, box.y0);
        if (centre <= left) continue;
        if (box.x1 > right) {
          // A line that hangs together across the column's edge is no line of the column.
          wider = wider || (at + 1 < m_page.size() && m_page.token(at + 1).line == line &&
                            m_page.token(at + 1).box.x1 <= right &&
                            gap_between(m_page.token(at + 1).box, box) * 2 <= m_page.line_height());
          continue;
        }
        labelled |= m_places.covered(at);
        here.push_back(at);
      }
      if (here.empty() && first_line && zone.tokens.empty()) continue;
      if (here.empty() && lowest_top < bottom) continue;  // a line of the columns beside it, a little lower
      if (labelled || wider || here.empty()) {
        zone.closed = zone.closed || labelled;
        break;
      }
      const Box box = m_page.box_of(here);
      if (m_places.tenths(box.y0 - bottom) > k_paragraph_gap) break;
      first_line = false;
      bottom = box.y1;
      zone.tokens.insert(zone.tokens.end(), here.begin(), here.end());
    }
    zone.closed = zone.closed || at >= m_page.size();
    return zone;
  }

  // A tall cell with its label at half height: the lines beside it, above and below as long as they follow closely.
  [[nodiscard]] Zone block(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::block;
    const Token& label = m_page.token(occurrence.last);
    const int left = left_end(occurrence), right = label.box.x0;
    std::vector<int> inside;
    for (int at = 0; at < m_page.size(); ++at) {
      const Box& box = m_page.token(at).box;
      if (box.x1 <= right + 2 && (box.x0 + box.x1) / 2 > left && !m_places.covered(at)) inside.push_back(at);
    }
    int top = label.box.y0, bottom = label.box.y1;
    std::vector<bool> taken(inside.size(), false);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t i = 0; i < inside.size(); ++i) {
        const Box& box = m_page.token(inside[i]).box;
        const int away = std::max({0, box.y0 - bottom, top - box.y1});
        if (taken[i] || m_places.tenths(away) > k_row_gap || beside_another_label(occurrence, inside[i])) continue;
        taken[i] = grown = true;
        top = std::min(top, box.y0);
        bottom = std::max(bottom, box.y1);
      }
    }
    for (std::size_t i = 0; i < inside.size(); ++i)
      if (taken[i]) zone.tokens.push_back(inside[i]);
    // What stands only above the label, or only below, is not beside it.
    const Box around = m_page.box_of(zone.tokens);
    const int centre = (label.box.y0 + label.box.y1) / 2;
    if (centre < around.y0 || centre > around.y1) zone.tokens.clear();
    return zone;
  }

  // Another label of the same label column stands at this token's height.
  [[nodiscard]] bool beside_another_label(const Occurrence& own, int at) const {
    const Box& box = m_page.token(at).box;
    const Box& label = m_page.token(own.first).box;
    return std::any_of(m_places.all().begin(), m_places.all().end(), [&](const Occurrence& other) {
      if (other.first == own.first || !m_places.covered(other.first)) return false;
      const Box& there = m_page.token(other.first).box;
      const bool same_column = there.x1 > label.x0 && there.x0 < label.x1 + 2 * m_page.line_height();
      const int centre = (there.y0 + there.y1) / 2;
      return same_column && centre >= box.y0 && centre < box.y1;
    });
  }

  [[nodiscard]] bool says_nothing(const std::vector<int>& tokens) const {
    return std::all_of(tokens.begin(), tokens.end(), [&](int at) { return is_unit(m_page.token(at).first().letters); });
  }

  // «کرایه (تومان):», «ودیعه (ریال)».
  [[nodiscard]] int unit_of(const Occurrence& label) const {
    for (int within = label.first; within <= label.last; ++within)
      if (is_unit(m_page.token(within).first().letters)) return within;
    const int at = label.last + 1;
    if (at >= m_page.size()) return -1;
    return is_unit(m_page.token(at).first().letters) && m_places.hangs_on(at, k_column_gap) ? at : -1;
  }

  // «ودیعه (ریال)»: what stands in brackets right behind a label is no value.
  [[nodiscard]] std::vector<int>::const_iterator behind_brackets(const Occurrence& label,
                                                                 const std::vector<int>& tokens) const {
    auto at = tokens.begin();
    if (at == tokens.end() || !m_page.token(*at).first().printed.starts_with("(")) return at;
    const int line = m_page.token(label.last).line;
    while (at != tokens.end() && m_page.token(*at).line == line)
      if (m_page.token(*at++).first().printed.ends_with(")")) break;
    return at;
  }

  const PageView& m_page;
  const Claim& m_claim;
  LabelPlaces m_places;
  NeighbourLines m_neighbours;  // refers to m_places
};

}  // namespace

std::vector<Zone> label_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  const LabelZones zones(page, occurrences, claim);
  std::vector<Zone> out;
  for (const auto& occurrence : occurrences) {
    if (!occurrence.own) continue;
    for (auto& zone : zones.of(occurrence)) {
      // The role's word in prose stands for the person, it does not name one: «به موجر پرداخت شد».
      if (occurrence.role && occurrence.first > 0 && governs_role(page.token(occurrence.first - 1).first().letters))
        zone.doubtful_owner = true;
      out.push_back(std::move(zone));
    }
  }
  return out;
}

}  // namespace mizan::verification
