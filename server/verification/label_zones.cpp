// SPDX-License-Identifier: GPL-3.0-or-later
// The value beside its label (to the left and on over line ends), within its column, around it, or under it.
#include "verification/zones.hpp"

#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/address_parts.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

constexpr int k_longest_value = 14, k_longest_address = 40;

// In tenths of the line height.
constexpr int k_word_gap = 6;        // what parts two words
constexpr int k_column_gap = 15;     // what parts two columns of a form
constexpr int k_paragraph_gap = 16;  // what parts two paragraphs
constexpr int k_row_gap = 9;         // what parts two rows of a form
constexpr int k_letterhead = 40;     // from one line of a letter's head to the next but one

class LabelZones {
 public:
  LabelZones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page),
        m_all(occurrences),
        m_claim(claim),
        m_starts(static_cast<std::size_t>(page.size()), false),
        m_covered(static_cast<std::size_t>(page.size()), false) {
    for (const auto& occurrence : occurrences) {
      if (!occurrence.own && inside_address(occurrence)) continue;
      m_starts[static_cast<std::size_t>(occurrence.first)] = true;
      for (int at = occurrence.first; at <= occurrence.last; ++at) m_covered[static_cast<std::size_t>(at)] = true;
      for (const int at : occurrence.rest) m_covered[static_cast<std::size_t>(at)] = true;
    }
    for (int at = 0; at < page.size(); ++at)
      if (page.is_item_number(at)) m_starts[static_cast<std::size_t>(at)] = m_covered[static_cast<std::size_t>(at)] = true;
    m_values_above = values_stand_above();
  }

  [[nodiscard]] std::vector<Zone> of(const Occurrence& occurrence) const {
    std::vector<Zone> out;
    // «مؤدی، به آگاهی می‌رساند»: a word of a sentence.
    if (const Token& end = m_page.token(occurrence.last); end.comma && !end.colon) return out;
    const auto add = [&](Zone zone) {
      zone.generic = occurrence.generic;
      zone.edits = occurrence.edits;
      zone.rank = occurrence.rank;
      zone.label = occurrence.first;
      zone.unit = unit_of(occurrence);
      zone.doubtful_owner = (occurrence.generic && in_letterhead(occurrence)) || ends_another_wording(occurrence) ||
                            says_too_little(occurrence, zone.standing);
      if (!zone.tokens.empty()) out.push_back(std::move(zone));
    };
    if (stands_behind(m_page, occurrence, m_claim.kind)) {
      add(front_zone(m_page, occurrence, m_claim.kind));
      return out;
    }
    if (!occurrence.rest.empty()) add(beside_stack(occurrence));
    if (heads_only(m_page.token(occurrence.last).line)) {
      add(m_values_above && values_around(occurrence).above ? above(occurrence) : under(occurrence));
      return out;
    }
    if (auto zone = front_zone(m_page, occurrence, m_claim.kind); !zone.tokens.empty()) {
      add(std::move(zone));
      return out;
    }
    if (m_values_above && values_around(occurrence).above && !m_page.token(occurrence.last).colon) {
      add(above(occurrence));
      return out;
    }
    const Zone flowing = beside(occurrence), within = column(occurrence);
    const bool form = starts_column(occurrence);
    add(form ? within : flowing);
    if (!out.empty() && in_sentence(occurrence)) out.back().doubtful_owner = true;
    const bool long_text =
        m_claim.kind == ValueKind::address || m_claim.kind == ValueKind::text || m_claim.kind == ValueKind::name;
    if (long_text && form) add(block(occurrence));
    if (m_claim.kind == ValueKind::address && form) add(flowing);
    if (runs_into_a_label(occurrence) || heads_a_line(occurrence)) return out;
    const auto first = behind_brackets(occurrence, within.tokens);
    if (heads_with_more(m_page.token(occurrence.last).line) || says_nothing(within.tokens) ||
        first == within.tokens.end() || m_page.token(*first).line != m_page.token(occurrence.last).line)
      add(under(occurrence));
    return out;
  }

 private:
  [[nodiscard]] int tenths(int pixels) const { return pixels * 10 / m_page.line_height(); }
  [[nodiscard]] bool starts(int at) const { return m_starts[static_cast<std::size_t>(at)]; }
  [[nodiscard]] bool covered(int at) const { return m_covered[static_cast<std::size_t>(at)]; }
  [[nodiscard]] int most() const { return m_claim.kind == ValueKind::address ? k_longest_address : k_longest_value; }

  /// Values that a narrow column breaks between words.
  [[nodiscard]] bool in_words() const {
    return m_claim.kind == ValueKind::address || m_claim.kind == ValueKind::name || m_claim.kind == ValueKind::text ||
           m_claim.kind == ValueKind::date;
  }

  [[nodiscard]] bool says_nothing(const std::vector<int>& tokens) const {
    return std::all_of(tokens.begin(), tokens.end(), [&](int at) { return is_unit(m_page.token(at).first().letters); });
  }

  // «شماره: … / تاریخ: …» at the head of a letter may be those of the paper, or of the letter it came with.
  [[nodiscard]] bool in_letterhead(const Occurrence& occurrence) const {
    const Box& box = m_page.token(occurrence.first).box;
    return box.y1 * 4 < m_page.page().height_px &&
           std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& other) {
             const Box& there = m_page.token(other.first).box;
             return other.first != occurrence.first && tenths(std::abs(there.y0 - box.y0)) <= k_letterhead &&
                    of_letterhead(persian::decode(other.label));
           });
  }

  // «معلولیت», «کارگاه»: one word without a colon may be of a title or of a sentence, most of all where it stands again,
  // or beside a wording that says more.
  [[nodiscard]] bool says_too_little(const Occurrence& occurrence, Standing standing) const {
    const auto one_word = [](const Occurrence& o) { return o.first == o.last && o.rest.empty(); };
    if (!one_word(occurrence) || m_page.token(occurrence.last).colon) return false;
    if (standing == Standing::under && !heads_only(m_page.token(occurrence.last).line)) return true;
    if (occurrence.role) return false;
    return std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& other) {
      return other.own && !other.role && !other.generic && other.first != occurrence.first &&
             (!one_word(other) || other.label == occurrence.label);
    });
  }

  // «اقامتگاه مؤدی: استان قزوین»: one word with a colon, and others before it in its column: another field's wording.
  [[nodiscard]] bool ends_another_wording(const Occurrence& occurrence) const {
    constexpr int k_most = 3;
    int at = occurrence.first;
    if (at > 0 && m_page.token(at - 1).line == m_page.token(at).line &&
        joins_labels(m_page.token(at - 1).first().letters))
      return true;
    if (at != occurrence.last || !m_page.token(at).colon || starts_column(occurrence)) return false;
    const auto hangs = [&](int left) {
      const Token& before = m_page.token(left - 1);
      return !before.colon && !before.comma && !before.stop && before.line == m_page.token(left).line &&
             tenths(gap_between(before.box, m_page.token(left).box)) <= k_word_gap;
    };
    for (int left = at; left > 0 && at - left < 2 && hangs(left); --left)
      if (begins_or_qualifies_label(m_page.token(left - 1).first().letters)) return true;
    for (; occurrence.first - at <= k_most; --at) {
      if (m_page.begins_column(at)) break;
      const Token& before = m_page.token(at - 1);
      if (before.colon || before.comma || before.stop || numeral_of(before.first().normal)) return false;
    }
    return at < occurrence.first && occurrence.first - at <= k_most;
  }

  // «… گواهی می‌شود که در سوابق …»: running text about a person, who may be named by the wording or not.
  [[nodiscard]] bool in_sentence(const Occurrence& occurrence) const {
    const int next = occurrence.last + 1;
    if (m_claim.kind != ValueKind::name || next >= m_page.size() || m_page.token(occurrence.last).colon) return false;
    const Token& token = m_page.token(next);
    const bool hangs = token.line != m_page.token(occurrence.last).line ||
                       tenths(gap_between(token.box, m_page.token(occurrence.last).box)) <= k_word_gap;
    const bool opens = occurrence.label.ends_with("که");
    return hangs && !is_honorific(token.first().letters) && !opens_company(token.first().letters) && (opens || occurrence.role || !starts_column(occurrence));
  }

  // «کرایه (تومان):», «ودیعه (ریال)».
  [[nodiscard]] int unit_of(const Occurrence& label) const {
    for (int within = label.first; within <= label.last; ++within)
      if (is_unit(m_page.token(within).first().letters)) return within;
    const int at = label.last + 1;
    if (at >= m_page.size()) return -1;
    const Token& token = m_page.token(at);
    const Token& before = m_page.token(label.last);
    return token.line == before.line && is_unit(token.first().letters) &&
                   tenths(gap_between(token.box, before.box)) <= k_column_gap
               ? at
               : -1;
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

  // A line of column heads: labels side by side, and nothing between them but units.
  [[nodiscard]] bool heads_only(int line) const {
    int labels = 0;
    for (const auto& occurrence : m_all) labels += m_page.token(occurrence.first).line == line ? 1 : 0;
    if (labels < 2) return false;
    int others = 0;
    for (int at = 0; at < m_page.size(); ++at)
      others += m_page.token(at).line == line && !covered(at) && !is_unit(m_page.token(at).first().letters) ? 1 : 0;
    // Beside three heads a misread one is likelier than a value.
    return others == 0 || (!m_page.exact() && labels >= 3 && others == 1);
  }

  // «محل فعالیت در استان گیلان»: in running text what is under a label is another line.
  [[nodiscard]] bool runs_into_a_label(const Occurrence& occurrence) const {
    const int next = occurrence.last + 1;
    return !occurrence.generic && next < m_page.size() && starts(next) && !m_page.token(occurrence.last).colon &&
           m_page.token(next).line == m_page.token(occurrence.last).line &&
           tenths(gap_between(m_page.token(next).box, m_page.token(occurrence.last).box)) <= k_word_gap;
  }

  // «مشخصات مؤدی: نام مالیات‌دهنده: …»: the heading of a line.
  [[nodiscard]] bool heads_a_line(const Occurrence& occurrence) const {
    const int next = occurrence.last + 1;
    return m_page.token(occurrence.last).colon && next < m_page.size() && starts(next) &&
           m_page.token(next).line == m_page.token(occurrence.last).line &&
           tenths(gap_between(m_page.token(next).box, m_page.token(occurrence.last).box)) <= k_column_gap;
  }

  // «مالک رسمی    کد ملی»: labels apart from each other, each first in its run of words, no colon and no number among
  // them. They may be heads of columns, worded at more length than is known.
  [[nodiscard]] bool heads_with_more(int line) const {
    int labels = 0, runs = 0;
    for (int at = 0; at < m_page.size(); ++at) {
      const Token& token = m_page.token(at);
      if (token.line != line) continue;
      if (token.colon || numeral_of(token.first().normal)) return false;
      const bool apart = m_page.begins_column(at);
      runs += apart ? 1 : 0;
      labels += apart && starts(at) ? 1 : 0;
    }
    return labels >= 2 && 2 * labels > runs;
  }

  // «استان …، شهرستان …» inside an address are parts of it, and so is «خیابان دانشگاه»; with a colon or standing apart
  // they label fields.
  [[nodiscard]] bool inside_address(const Occurrence& occurrence) const {
    if (occurrence.first == 0 || m_page.token(occurrence.last).colon) return false;
    const Token& token = m_page.token(occurrence.first);
    const Token& before = m_page.token(occurrence.first - 1);
    // «نشانی: استان …»: right after the address's own label.
    const bool after_own_label =
        m_claim.kind == ValueKind::address && std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& o) {
          return o.own && o.last + 1 == occurrence.first;
        });
    if (before.line != token.line || (before.colon && !after_own_label) ||
        tenths(gap_between(before.box, token.box)) > k_column_gap)
      return false;
    const auto opens = [](const Token& t) { return opened_by(t.first().letters, true); };
    const auto previous = opens(before);
    if (previous == AddressPart::street || previous == AddressPart::alley || previous == AddressPart::district)
      return true;
    if (m_claim.kind != ValueKind::address || occurrence.first != occurrence.last) return false;
    const auto own = opens(token);
    // «شماره» opens a plaque now and then, and labels fields more often.
    return own != AddressPart::other && own != AddressPart::postal_code && token.first().letters != U"شماره";
  }

  // The label begins a line or stands apart from the text before it, as in a form; in prose it follows on other words.
  [[nodiscard]] bool starts_column(const Occurrence& occurrence) const {
    return m_page.begins_column(occurrence.first);
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
      if (covered(at))
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
    for (int at = occurrence.last + 1; at < m_page.size() && static_cast<int>(zone.tokens.size()) < most(); ++at) {
      if (starts(at)) {
        zone.closed = true;
        break;
      }
      const Token& token = m_page.token(at);
      const Token& last = m_page.token(before);
      if (token.line != last.line && tenths(token.box.y0 - last.box.y1) > k_paragraph_gap) break;
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
    for (const auto& other : m_all) {
      const Box& box = m_page.token(other.first).box;
      const bool same_height = box.y0 < label.box.y1 && label.box.y0 < box.y1;
      if (same_height && box.x1 <= label.box.x0 && covered(other.first)) left = std::max(left, box.x1);
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
      if (starts(at)) {
        zone.closed = true;
        break;
      }
      const Token& before = m_page.token(at - 1);
      const bool apart = !says_nothing(zone.tokens) && tenths(gap_between(token.box, before.box)) > 2 * k_column_gap;
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
    while (at < m_page.size() && static_cast<int>(zone.tokens.size()) < most()) {
      const int line = m_page.token(at).line;
      std::vector<int> here;
      bool labelled = false, wider = false;
      for (; at < m_page.size() && m_page.token(at).line == line; ++at) {
        const Box& box = m_page.token(at).box;
        const int centre = (box.x0 + box.x1) / 2;
        if (centre <= left) continue;
        if (box.x1 > right) {
          // A line that hangs together across the column's edge is no line of the column.
          wider = wider || (at + 1 < m_page.size() && m_page.token(at + 1).line == line &&
                            m_page.token(at + 1).box.x1 <= right &&
                            gap_between(m_page.token(at + 1).box, box) * 2 <= m_page.line_height());
          continue;
        }
        labelled |= covered(at);
        here.push_back(at);
      }
      if (here.empty() && first_line && zone.tokens.empty()) continue;
      if (labelled || wider || here.empty()) {
        zone.closed = zone.closed || labelled;
        break;
      }
      const Box box = m_page.box_of(here);
      if (tenths(box.y0 - bottom) > k_paragraph_gap) break;
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
      if (box.x1 <= right + 2 && (box.x0 + box.x1) / 2 > left && !covered(at)) inside.push_back(at);
    }
    int top = label.box.y0, bottom = label.box.y1;
    std::vector<bool> taken(inside.size(), false);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t i = 0; i < inside.size(); ++i) {
        const Box& box = m_page.token(inside[i]).box;
        const int away = std::max({0, box.y0 - bottom, top - box.y1});
        if (taken[i] || tenths(away) > k_row_gap || beside_another_label(occurrence, inside[i])) continue;
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
    return std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& other) {
      if (other.first == own.first || !covered(other.first)) return false;
      const Box& there = m_page.token(other.first).box;
      const bool same_column = there.x1 > label.x0 && there.x0 < label.x1 + 2 * m_page.line_height();
      const int centre = (there.y0 + there.y1) / 2;
      return same_column && centre >= box.y0 && centre < box.y1;
    });
  }

  [[nodiscard]] Zone under(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::under;
    const Box label = box_of(occurrence);
    const int height = m_page.line_height();
    const auto below = [&](int at) {
      const Box& box = m_page.token(at).box;
      return box.y0 >= label.y1 - height / 3 && box.y0 < label.y1 + 3 * height;
    };
    // In the first line that has anything there, what stands nearest to the label's middle.
    int first = m_page.size(), least = 0;
    for (int at = 0; at < m_page.size(); ++at) {
      if (first < m_page.size() && m_page.token(at).line != m_page.token(first).line) break;
      const Box& box = m_page.token(at).box;
      const int centre = (box.x0 + box.x1) / 2;
      const bool near = centre > label.x0 - 2 * height && centre < label.x1 + 2 * height;
      if (!below(at) || !near || m_page.token(at).line == m_page.token(occurrence.last).line) continue;
      const int away = std::abs(box.x0 + box.x1 - label.x0 - label.x1);
      if (first < m_page.size() && away >= least) continue;
      first = at;
      least = away;
    }
    if (first == m_page.size() || covered(first) || behind_a_label(first)) return zone;
    const auto [left, right] = column_of(occurrence, label);
    zone.tokens = stretch_around(first, left, right);
    if (in_words()) add_lines_below(zone.tokens, left, right);
    return zone;
  }

  /// The nearest line above or below that has anything over or under the label, and how far away it is.
  struct NextLine {
    int line = -1, away = 0;
  };
  [[nodiscard]] NextLine next_line(const Box& label, int own_line, bool upwards) const {
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

  [[nodiscard]] bool labelled(int line) const {
    for (int at = 0; at < m_page.size(); ++at)
      if (m_page.token(at).line == line && covered(at)) return true;
    return false;
  }

  /// Values closely above or below a label, and how far away.
  struct Neighbours {
    std::optional<int> above, below;
  };
  [[nodiscard]] Neighbours values_around(const Occurrence& occurrence) const {
    constexpr int k_close = 20;  // tenths of the line height
    const Box label = box_of(occurrence);
    const int line = m_page.token(occurrence.last).line;
    Neighbours out;
    if (const auto up = next_line(label, line, true); up.line >= 0 && tenths(up.away) <= k_close && !labelled(up.line))
      out.above = std::max(0, up.away);
    if (const auto down = next_line(label, line, false);
        down.line >= 0 && tenths(down.away) <= k_close && !labelled(down.line))
      out.below = std::max(0, down.away);
    return out;
  }

  // Labels in small print under the lines that values are written on. Most lines of nothing but labels have values
  // above them and nothing below, or further away.
  [[nodiscard]] bool values_stand_above() const {
    int above = 0, below = 0, last = -1;
    for (const auto& occurrence : m_all) {
      const int line = m_page.token(occurrence.last).line;
      if (line == last || !heads_only(line)) continue;
      last = line;
      const auto values = values_around(occurrence);
      if (values.above && (!values.below || 2 * *values.above < *values.below)) ++above;
      if (values.below && (!values.above || 2 * *values.below < *values.above)) ++below;
    }
    return above > below;
  }

  // What stands over a label's middle, in the line above it.
  [[nodiscard]] Zone above(const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::under;
    const Box label = box_of(occurrence);
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

  [[nodiscard]] Box box_of(const Occurrence& occurrence) const {
    Box box;
    for (int at = occurrence.first; at <= occurrence.last; ++at) box = joined(box, m_page.token(at).box);
    return box;
  }

  // What follows a label on its own line belongs to that one.
  [[nodiscard]] bool behind_a_label(int at) const {
    if (at == 0 || !covered(at - 1)) return false;
    const Token& token = m_page.token(at);
    const Token& before = m_page.token(at - 1);
    return token.line == before.line && gap_between(token.box, before.box) <= m_page.line_height();
  }

  // Half way to the labels beside it.
  [[nodiscard]] std::pair<int, int> column_of(const Occurrence& occurrence, const Box& label) const {
    int left = 0, right = m_page.page().width_px;
    for (const auto& other : m_all) {
      if (other.first == occurrence.first || !covered(other.first)) continue;
      const Box& box = m_page.token(other.first).box;
      const Box& end = m_page.token(other.last).box;
      if (box.y0 >= label.y1 || box.y1 <= label.y0) continue;
      if (box.x1 <= label.x0) left = std::max(left, (box.x1 + label.x0) / 2);
      if (end.x0 >= label.x1) right = std::min(right, (end.x0 + label.x1) / 2);
    }
    return {left, right};
  }

  // What hangs together with a token in its line, up to other labels and within the column.
  [[nodiscard]] std::vector<int> stretch_around(int token, int left, int right) const {
    const auto belongs = [&](int at, int neighbour) {
      if (at < 0 || at >= m_page.size() || covered(at)) return false;
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

  void add_lines_below(std::vector<int>& tokens, int left, int right) const {
    for (int at = tokens.back() + 1; at < m_page.size() && static_cast<int>(tokens.size()) < most(); ++at) {
      const Box around = m_page.box_of(tokens);
      const Box& box = m_page.token(at).box;
      const int centre = (box.x0 + box.x1) / 2;
      if (m_page.token(at).line == m_page.token(tokens.back()).line || centre <= left || centre >= right) continue;
      const bool over = box.x0 < around.x1 && around.x0 < box.x1;
      if (!over || covered(at) || tenths(box.y0 - around.y1) > k_row_gap) break;
      const auto more = stretch_around(at, left, right);
      tokens.insert(tokens.end(), more.begin(), more.end());
    }
  }

  const PageView& m_page;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
  std::vector<bool> m_starts, m_covered;
  bool m_values_above = false;
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
