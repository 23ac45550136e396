// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/label_places.hpp"

#include "verification/matchers/address_parts.hpp"
#include "verification/matchers/numerals.hpp"

#include <algorithm>
#include <cstddef>

namespace mizan::verification {

LabelPlaces::LabelPlaces(const PageView& page, const std::vector<Occurrence>& occurrences, ValueKind kind)
    : m_page(&page),
      m_all(&occurrences),
      m_kind(kind),
      m_starts(static_cast<std::size_t>(page.size()), false),
      m_covered(static_cast<std::size_t>(page.size()), false) {
  for (const auto& occurrence : occurrences) {
    if (!occurrence.own && inside_address(occurrence)) continue;
    m_starts[static_cast<std::size_t>(occurrence.first)] = true;
    for (int at = occurrence.first; at <= occurrence.last; ++at) m_covered[static_cast<std::size_t>(at)] = true;
    for (const int at : occurrence.rest) m_covered[static_cast<std::size_t>(at)] = true;
  }
  for (int at = 0; at < page.size(); ++at)
    if (page.is_item_number(at))
      m_starts[static_cast<std::size_t>(at)] = m_covered[static_cast<std::size_t>(at)] = true;
}

bool LabelPlaces::hangs_on(int at, int gap) const {
  const Token &token = m_page->token(at), &before = m_page->token(at - 1);
  return token.line == before.line && tenths(gap_between(token.box, before.box)) <= gap;
}

bool LabelPlaces::runs_into_a_label(const Occurrence& occurrence, int gap) const {
  const int next = occurrence.last + 1;
  return next < m_page->size() && starts(next) && hangs_on(next, gap);
}

bool LabelPlaces::starts_column(const Occurrence& occurrence) const {
  return m_page->begins_column(occurrence.first);
}

bool LabelPlaces::labelled(int line) const {
  for (int at = 0; at < m_page->size(); ++at)
    if (m_page->token(at).line == line && covered(at)) return true;
  return false;
}

bool LabelPlaces::heads_only(int line) const {
  int labels = 0;
  for (const auto& occurrence : *m_all) labels += m_page->token(occurrence.first).line == line ? 1 : 0;
  if (labels < 2) return false;
  int others = 0;
  for (int at = 0; at < m_page->size(); ++at)
    others += m_page->token(at).line == line && !covered(at) && !is_unit(m_page->token(at).first().letters) ? 1 : 0;
  // Beside three heads a misread one is likelier than a value.
  return others == 0 || (!m_page->exact() && labels >= 3 && others == 1);
}

bool LabelPlaces::heads_with_more(int line) const {
  int labels = 0, runs = 0;
  for (int at = 0; at < m_page->size(); ++at) {
    const Token& token = m_page->token(at);
    if (token.line != line) continue;
    if (token.colon || numeral_of(token.first().normal)) return false;
    const bool apart = m_page->begins_column(at);
    runs += apart ? 1 : 0;
    labels += apart && starts(at) ? 1 : 0;
  }
  return labels >= 2 && 2 * labels > runs;
}

// «استان …، شهرستان …» inside an address are parts of it, and so is «خیابان دانشگاه»; with a colon or standing apart
// they label fields.
bool LabelPlaces::inside_address(const Occurrence& occurrence) const {
  if (occurrence.first == 0 || m_page->token(occurrence.last).colon) return false;
  const Token& token = m_page->token(occurrence.first);
  const Token& before = m_page->token(occurrence.first - 1);
  // «نشانی: استان …»: right after the address's own label.
  const bool after_own_label =
      m_kind == ValueKind::address && std::any_of(m_all->begin(), m_all->end(), [&](const Occurrence& o) {
        return o.own && o.last + 1 == occurrence.first;
      });
  if ((before.colon && !after_own_label) || !hangs_on(occurrence.first, k_column_gap)) return false;
  const auto opens = [](const Token& t) { return opened_by(t.first().letters, true); };
  const auto previous = opens(before);
  if (previous == AddressPart::street || previous == AddressPart::alley || previous == AddressPart::district)
    return true;
  if (m_kind != ValueKind::address || occurrence.first != occurrence.last) return false;
  const auto own = opens(token);
  // «شماره» opens a plaque now and then, and labels fields more often.
  return own != AddressPart::other && own != AddressPart::postal_code && token.first().letters != U"شماره";
}

int longest_value(ValueKind kind) {
  constexpr int k_longest = 14, k_longest_address = 40;
  return kind == ValueKind::address ? k_longest_address : k_longest;
}

}  // namespace mizan::verification
