// SPDX-License-Identifier: GPL-3.0-or-later
// Prose names a person by a role: «آقای … به کد ملی … که در این قرارداد موجر نامیده
// می‌شود», or «موجر: آقای …».
#include "verification/zones.hpp"

#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace mizan::verification {
namespace {

constexpr int k_clause = 40;   // tokens a clause about one person may have
constexpr int k_section = 70;  // tokens below a heading like «مشخصات خریدار»
constexpr int k_value = 14;

template <std::size_t Size>
bool among(const std::array<std::u32string_view, Size>& words, const std::u32string& letters) {
  return std::find(words.begin(), words.end(), letters) != words.end();
}

constexpr std::array<std::u32string_view, 10> k_called{U"نامیده",   U"نامیدهمیشود", U"خوانده", U"تلقی", U"شناخته",
                                                       U"نامیدهشد", U"محسوب",       U"یاد",    U"گفته", U"اطلاق"};
constexpr std::array<std::u32string_view, 4> k_as{U"عنوان", U"بعنوان", U"بهعنوان", U"سمت"};
constexpr std::array<std::u32string_view, 17> k_roles{
    U"موجر", U"مستاجر", U"خریدار", U"فروشنده",    U"مالک",        U"کارفرما", U"مالکین", U"متعهد",     U"موجرین",
    U"طرف",  U"راهن",   U"مشتری",  U"اجارهدهنده", U"اجارهگیرنده", U"بایع",    U"مودی",   U"اجارهکننده"};
constexpr std::array<std::u32string_view, 6> k_between{U"بین", U"فیمابین", U"مابین", U"میان", U"ذیل", U"طرفین"};

class RoleZones {
 public:
  RoleZones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page), m_all(occurrences), m_claim(claim) {}

  [[nodiscard]] std::vector<Zone> of(const Occurrence& role) const {
    std::vector<Zone> out;
    if (stands_after(role)) {
      if (auto zone = clause_before(role); !zone.tokens.empty()) out.push_back(std::move(zone));
    } else {
      for (auto& zone : after(role)) out.push_back(std::move(zone));
    }
    return out;
  }

 private:
  [[nodiscard]] const std::u32string& letters(int at) const { return m_page.token(at).first().letters; }
  [[nodiscard]] bool within(int at) const { return at >= 0 && at < m_page.size(); }

  // «… موجر نامیده می‌شود», «… به عنوان مستأجر»: the person was named before.
  [[nodiscard]] bool stands_after(const Occurrence& role) const {
    for (int at = role.last + 1; at <= role.last + 2; ++at)
      if (within(at) && among(k_called, letters(at))) return true;
    const int first = before_another_role(role);
    return (within(first - 1) && among(k_as, letters(first - 1))) || place_in_order(role).has_value();
  }

  [[nodiscard]] bool is_role(int at) const { return among(k_roles, letters(at)); }

  [[nodiscard]] const Occurrence* own_label(int first, int end) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Occurrence& o) {
      return o.own && !o.role && o.first >= first && o.last < end;
    });
    return found == m_all.end() ? nullptr : &*found;
  }

  [[nodiscard]] Zone tokens_from(int first, int end, const Occurrence& role) const {
    Zone zone;
    zone.standing = Standing::role;
    zone.edits = role.edits;
    for (int at = first; at < std::min(end, first + k_value); ++at) {
      const bool label =
          std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& o) { return o.first == at && !o.own; });
      if (label && at > first) {
        zone.closed = true;
        break;
      }
      zone.tokens.push_back(at);
    }
    return zone;
  }

  [[nodiscard]] bool opens_person(int at) const { return is_honorific(letters(at)) || opens_company(letters(at)); }

  // «شرکت … و خانم … به ترتیب به عنوان موجر و مستأجر»: which of the persons before a role is meant; nothing where no
  // order is given.
  [[nodiscard]] std::optional<int> place_in_order(const Occurrence& role) const {
    constexpr int k_near = 6;
    int before = 0;  // roles between «ترتیب» and this one
    for (int at = role.first - 1; at >= std::max(0, role.first - k_near); --at) {
      if (letters(at) == U"ترتیب" || letters(at) == U"بهترتیب" || letters(at) == U"بترتیب") return before;
      before += is_role(at) ? 1 : 0;
    }
    return std::nullopt;
  }

  [[nodiscard]] Zone person_in_order(const Occurrence& role, int place) const {
    std::vector<int> starts;
    const int first = std::max(0, role.first - 2 * k_clause);
    int end = role.first;
    for (int at = role.first - 1; at >= first && starts.size() < 2; --at) {
      if (m_page.token(at).stop && at < role.first - 3 && numeral_of(m_page.token(at).first().normal) == std::nullopt)
        break;
      if (opens_person(at) && (at == 0 || !opens_person(at - 1))) starts.insert(starts.begin(), at);
    }
    if (starts.size() != 2 || place > 1) return {};
    if (place == 0) end = starts[1];
    const int start = starts[static_cast<std::size_t>(place)];
    if (m_claim.kind == ValueKind::name) return tokens_from(start, end, role);
    if (const auto* label = own_label(start, end)) return tokens_from(label->last + 1, end, role);
    return tokens_from(first_numeral(start, end), end, role);
  }

  [[nodiscard]] Zone clause_before(const Occurrence& role) const {
    if (const auto place = place_in_order(role)) return person_in_order(role, *place);
    const int end = before_another_role(role);
    int first = std::max(0, end - k_clause);
    for (int at = end - 1; at >= first; --at)
      if (is_role(at) || among(k_between, letters(at))) {
        first = at + 1;
        break;
      }
    if (m_claim.kind == ValueKind::name) return name_in_clause(first, end, role);
    if (const auto* label = own_label(first, end)) return tokens_from(label->last + 1, end, role);
    return tokens_from(first_numeral(first, end), end, role);
  }

  // «به عنوان مالک و موجر»: one person in two roles. The token in front of the first of them.
  [[nodiscard]] int before_another_role(const Occurrence& role) const {
    const int other = role.first - 2;
    const bool joined = within(other - 1) && letters(role.first - 1) == U"و" && among(k_as, letters(other - 1));
    return joined ? other : role.first;
  }

  [[nodiscard]] Zone name_in_clause(int first, int end, const Occurrence& role) const {
    int start = first;
    while (start < end && !opens_person(start)) ++start;
    const bool opened = start < end;
    if (!opened) {
      start = first;
      while (start < end &&
             (among(k_called, letters(start)) || letters(start).size() <= 2 || letters(start) == U"میشود"))
        ++start;
    }
    auto zone = tokens_from(start, end, role);
    zone.doubtful_owner = !opened;  // nothing says where the name begins
    return zone;
  }

  [[nodiscard]] int first_numeral(int first, int end) const {
    while (first < end && !numeral_of(m_page.token(first).first().normal)) ++first;
    return first;
  }

  [[nodiscard]] std::vector<Zone> after(const Occurrence& role) const {
    int end = std::min(m_page.size(), role.last + k_section);
    for (int at = role.last + 1; at < end; ++at)
      if (is_role(at) && letters(at) != letters(role.last)) end = at;
    const bool named = m_page.token(role.last).colon || stands_apart(role) ||
                       (within(role.last + 1) && is_honorific(letters(role.last + 1)));
    std::vector<Zone> out;
    if (const auto* label = own_label(role.last + 1, end)) out.push_back(tokens_from(label->last + 1, end, role));
    if (m_claim.kind == ValueKind::name) {
      auto zone = tokens_from(role.last + 1, end, role);
      // Later in the text the role only stands for the person: «به موجر پرداخت شد».
      zone.doubtful_owner =
          !m_page.token(role.last).colon && !(within(role.last + 1) && is_honorific(letters(role.last + 1)));
      out.push_back(std::move(zone));
    }
    for (auto& zone : out) zone.doubtful_owner |= !named;
    std::erase_if(out, [](const Zone& zone) { return zone.tokens.empty(); });
    return out;
  }

  // «مستأجر      جواد صفری»: the label of a form, not a word of running text that begins a line.
  [[nodiscard]] bool stands_apart(const Occurrence& role) const {
    if (!begins_line(role.first)) return false;
    if (!within(role.last + 1) || m_page.token(role.last + 1).line != m_page.token(role.last).line) return true;
    const int gap = gap_between(m_page.token(role.last).box, m_page.token(role.last + 1).box);
    return 10 * gap > 7 * m_page.line_height() || m_page.parted_by_cells(role.last, role.last + 1);
  }

  [[nodiscard]] bool begins_line(int at) const { return at == 0 || m_page.token(at - 1).line != m_page.token(at).line; }

  const PageView& m_page;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
};

}  // namespace

std::vector<Zone> role_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  const RoleZones zones(page, occurrences, claim);
  std::vector<Zone> out;
  for (const auto& occurrence : occurrences)
    if (occurrence.role)
      for (auto& zone : zones.of(occurrence)) out.push_back(std::move(zone));
  return out;
}

}  // namespace mizan::verification
