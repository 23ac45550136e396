// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/zones.hpp"

#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"
#include "verification/parties.hpp"

#include <algorithm>
#include <iterator>

namespace mizan::verification {
namespace {

void append(std::vector<Zone>& out, std::vector<Zone> more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A wording without the role's word, as «کد ملی», belongs to the party under whose heading it stands. Where the page
// leaves that open, and another such wording could be meant as well, what stands there may prove but not contradict.
class Owner {
 public:
  Owner(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_parties(page, occurrences), m_all(occurrences), m_claim(claim) {
    if (claim.role.empty()) return;
    m_role = label_letters(claim.role);
    m_party = party_named(m_role).value_or(m_role);
    for (const auto& each : occurrences)
      if (each.own && !each.role && !each.generic && by_words(each) == Says::open) m_open.push_back(each.first);
  }

  enum class Says { own, another, open };

  [[nodiscard]] Says of(const Occurrence& occurrence) const {
    const auto says = by_words(occurrence);
    const auto place = std::find(m_open.begin(), m_open.end(), occurrence.first);
    const auto rank = rank_of_party(m_party);
    if (says != Says::open || place == m_open.end() || m_open.size() != 2 || !rank || !is_code()) return says;
    // Nothing says whose codes the two are: contracts name the landlord and the seller first.
    return place - m_open.begin() == *rank ? Says::open : Says::another;
  }

  void sift(std::vector<Zone>& zones) const {
    if (m_role.empty()) return;
    std::erase_if(zones, [&](const Zone& zone) { return said_of(zone) == Says::another; });
    for (auto& zone : zones)
      if (said_of(zone) == Says::open) zone.doubtful_owner = true;
  }

 private:
  [[nodiscard]] Says by_words(const Occurrence& occurrence) const {
    if (m_role.empty()) return Says::own;
    const auto letters = persian::decode(occurrence.label);
    if (letters.find(m_role) != std::u32string::npos) return Says::own;
    auto party = party_within(letters);
    if (!party) party = m_parties.of(occurrence.first);
    if (!party) return Says::open;
    return *party == m_party ? Says::own : Says::another;
  }

  [[nodiscard]] bool is_code() const {
    return m_claim.kind == ValueKind::natcode || m_claim.kind == ValueKind::legal_id ||
           m_claim.kind == ValueKind::number || m_claim.kind == ValueKind::postal;
  }

  [[nodiscard]] Says said_of(const Zone& zone) const {
    const auto label =
        std::find_if(m_all.begin(), m_all.end(), [&](const Occurrence& o) { return o.own && o.first == zone.label; });
    return label == m_all.end() ? Says::own : of(*label);
  }

  Parties m_parties;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
  std::u32string m_role;
  std::u32string_view m_party;
  std::vector<int> m_open;  // labels that may be of either party, in reading order
};

/// «کد ده‌رقمی کارگاه»: the last word of a wording that is not known.
bool is_part_of_unknown(const PageView& page, const Occurrence& occurrence) {
  constexpr int k_hangs = 7;  // tenths of the line height
  if (occurrence.first != occurrence.last || !occurrence.rest.empty()) return false;
  for (int at = occurrence.first; at > 0 && occurrence.first - at < 2; --at) {
    const Token &before = page.token(at - 1), &token = page.token(at);
    if (before.line != token.line || before.colon || before.comma || before.stop ||
        10 * gap_between(before.box, token.box) > k_hangs * page.line_height())
      return false;
    if (begins_or_qualifies_label(before.first().letters)) return true;
  }
  return false;
}

/// Where the label itself was not read, its word at the beginning of the value was taken for it («نام فروشگاه: فروشگاه
/// راشا»): the value may begin there.
void begin_with_declared(std::vector<Zone>& zones, const PageView& page, const std::vector<Occurrence>& occurrences,
                         const Claim& claim) {
  if (claim.kind != ValueKind::name && claim.kind != ValueKind::text) return;
  const auto declared = label_letters(claim.declared);
  for (auto& zone : zones) {
    const auto label = std::find_if(occurrences.begin(), occurrences.end(), [&](const Occurrence& each) {
      return each.own && each.first == zone.label && each.first == each.last && each.rest.empty();
    });
    if (label == occurrences.end() || page.token(label->first).colon) continue;
    const auto& letters = page.token(label->first).first().letters;
    if (letters.size() < declared.size() && declared.starts_with(letters))
      zone.tokens.insert(zone.tokens.begin(), label->first);
  }
}

}  // namespace

std::vector<Zone> zones_of(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  std::vector<Zone> zones;
  if (claim.row > 0) return row_zones(page, occurrences, claim);
  auto whole_names = name_part_zones(page, occurrences, claim);
  auto before_values = occurrences;
  for (auto& each : before_values) each.own = each.own && !stands_behind(page, each, claim.kind);
  append(zones, cell_zones(page, before_values, claim));
  if (!claim.role.empty()) append(zones, role_zones(page, occurrences, claim));
  append(zones, label_zones(page, occurrences, claim));
  // What may be the rest of a label in its cell is no more sure for having been found beside it, too.
  for (auto& zone : zones)
    zone.doubtful_owner =
        zone.doubtful_owner || std::any_of(zones.begin(), zones.end(), [&](const Zone& other) {
          return other.standing == Standing::cell && other.doubtful_owner && other.label == zone.label &&
                 !other.tokens.empty() &&
                 std::mismatch(other.tokens.begin(), other.tokens.end(), zone.tokens.begin(), zone.tokens.end())
                         .first == other.tokens.end();
        });
  append(zones, sum_zones(page, occurrences, claim));
  // «نام» whose «نام خانوادگی» stands beside it is no name by itself.
  std::erase_if(zones, [&](const Zone& zone) {
    return std::any_of(whole_names.begin(), whole_names.end(), [&](const Zone& w) { return w.label == zone.label; });
  });
  append(zones, std::move(whole_names));
  begin_with_declared(zones, page, occurrences, claim);
  Owner(page, occurrences, claim).sift(zones);
  // A wording that names the field outright outweighs one like «تاریخ», which may be the letterhead's.
  std::stable_sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) {
    if (a.generic != b.generic) return b.generic;
    if (a.doubtful_owner != b.doubtful_owner) return b.doubtful_owner;
    const auto loose = [](const Zone& zone) {
      return zone.standing == Standing::beside || zone.standing == Standing::under;
    };
    if (loose(a) != loose(b)) return loose(b);
    return a.rank < b.rank;
  });
  return zones;
}

std::vector<bool> owned_by_others(const PageView& page, const std::vector<Occurrence>& occurrences,
                                  const Claim& claim) {
  constexpr int k_reach_of_label = 6;
  constexpr int k_aside = 3;  // heights of lines
  std::vector<bool> owned(static_cast<std::size_t>(page.size()), false);
  const Owner owner(page, occurrences, claim);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    if (occurrences[i].own && owner.of(occurrences[i]) != Owner::Says::another) continue;
    if (occurrences[i].role) continue;
    // «تاریخ انقضای مدت:»: of another field is what is known of it, «تاریخ», but not what it says.
    if (occurrences[i].generic && occurrences[i].last > occurrences[i].first) continue;
    if (is_part_of_unknown(page, occurrences[i])) continue;
    const int next = i + 1 < occurrences.size() ? occurrences[i + 1].first : page.size();
    const int last = occurrences[i].last, line = page.token(last).line;
    const auto below = [&](const Box& label, const Box& box) {
      return box.x0 < label.x1 + k_aside * page.line_height() && box.x1 > label.x0 - k_aside * page.line_height();
    };
    bool number = false;
    for (int at = last + 1; at < std::min(next, last + 1 + k_reach_of_label); ++at) {
      const Token& token = page.token(at);
      if (token.line != line && (token.line != line + 1 || !below(page.token(last).box, token.box))) continue;
      // Behind a number, another colon or in front of a person's title something else begins.
      const bool numeral = numeral_of(token.first().normal).has_value();
      if ((number && !numeral) || token.colon || (at > last + 1 && is_honorific(token.first().letters))) break;
      number = number || numeral;
      owned[static_cast<std::size_t>(at)] = true;
    }
  }
  return owned;
}

}  // namespace mizan::verification
