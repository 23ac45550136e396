// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are no tables: each row says its own labels, «۲- نام: … کد ملی: … کارکرد: …».
#include "verification/zones.hpp"

#include "verification/matchers/numerals.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mizan::verification {
namespace {

constexpr std::size_t k_few = 2;  // times that a label is said again

class RowLabels {
 public:
  RowLabels(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page), m_all(occurrences), m_claim(claim) {
    for (const auto& each : occurrences) m_said[each.label].push_back(&each);
  }

  [[nodiscard]] std::vector<Zone> row() const {
    const auto* own = own_labels();
    if (own == nullptr) return {};
    const auto* chosen = numbered(*own);
    if (chosen == nullptr && own->size() == rows() && m_claim.row <= static_cast<int>(own->size()))
      chosen = (*own)[static_cast<std::size_t>(m_claim.row - 1)];
    if (chosen == nullptr) return {};
    auto only = m_all;
    for (auto& each : only) each.own = each.own && each.first == chosen->first;
    auto zones = label_zones(m_page, only, m_claim);
    for (auto& zone : zones) zone.generic = false;
    return zones;
  }

 private:
  using Said = std::vector<const Occurrence*>;

  // Said again and again, each time with a value behind it: no head of a column, not even on every page.
  [[nodiscard]] bool goes_before_values(const Said& said) const {
    const auto with_value = std::count_if(said.begin(), said.end(), [&](const Occurrence* o) {
      const int next = o->last + 1;
      return next < m_page.size() && m_page.token(next).line == m_page.token(o->last).line &&
             (m_page.token(o->last).colon || numeral_of(m_page.token(next).first().normal)) &&
             std::none_of(m_all.begin(), m_all.end(), [&](const Occurrence& other) { return other.first == next; });
    });
    return said.size() >= k_few && 2 * static_cast<std::size_t>(with_value) > said.size();
  }

  [[nodiscard]] const Said* own_labels() const {
    const Said* best = nullptr;
    for (const auto& [label, said] : m_said)
      if (said.front()->own && goes_before_values(said) && (best == nullptr || said.size() > best->size()))
        best = &said;
    return best;
  }

  /// How many rows there are, as the label says that is found most often.
  [[nodiscard]] std::size_t rows() const {
    std::size_t most = 0;
    for (const auto& [label, said] : m_said)
      if (goes_before_values(said)) most = std::max(most, said.size());
    return most;
  }

  /// The number at the beginning of a line.
  [[nodiscard]] std::optional<int> number_at(int first) const {
    const auto numeral = numeral_of(m_page.token(first).first().normal);
    if (!numeral || numeral->groups.size() != 1 || numeral->digits().size() > 2) return std::nullopt;
    return std::stoi(numeral->digits());
  }

  // The label in the lines from the row's number down to the next number.
  [[nodiscard]] const Occurrence* numbered(const Said& own) const {
    int from = -1, to = -1;
    for (int at = 0; at < m_page.size(); ++at) {
      if (at > 0 && m_page.token(at - 1).line == m_page.token(at).line) continue;
      const auto number = number_at(at);
      if (from < 0 && number == m_claim.row && begins_row(at)) from = at;
      if (from >= 0 && number == m_claim.row + 1 && begins_row(at)) {
        to = at;
        break;
      }
    }
    if (from < 0 || (to < 0 && static_cast<std::size_t>(m_claim.row) < rows())) return nullptr;
    const Occurrence* found = nullptr;
    for (const auto* each : own) {
      if (each->first <= from || (to >= 0 && each->first >= to)) continue;
      if (found != nullptr) return to < 0 ? found : nullptr;  // two in one row: a number was missed
      found = each;
    }
    return found;
  }

  // The number goes before a label, or before what a label may have been read as.
  [[nodiscard]] bool begins_row(int at) const {
    return at + 1 < m_page.size() && m_page.token(at + 1).line == m_page.token(at).line && !number_at(at + 1);
  }

  const PageView& m_page;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
  std::map<std::string, Said> m_said;
};

}  // namespace

std::vector<Zone> row_label_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                  const Claim& claim) {
  return RowLabels(page, occurrences, claim).row();
}

}  // namespace mizan::verification
