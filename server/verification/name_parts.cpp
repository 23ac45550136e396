// SPDX-License-Identifier: GPL-3.0-or-later
// A name printed in two fields, «نام» and «نام خانوادگی», is one value.
#include "verification/zones.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace mizan::verification {
namespace {

class NameParts {
 public:
  NameParts(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page), m_all(occurrences), m_claim(claim) {}

  [[nodiscard]] std::vector<Zone> zones() const {
    std::vector<Zone> out;
    for (const auto& family : m_all) {
      if (family.part != NamePart::family) continue;
      const Occurrence* given = given_of(family);
      if (given == nullptr) continue;
      if (auto zone = both(*given, family)) out.push_back(std::move(*zone));
    }
    return out;
  }

 private:
  // The nearest «نام», at the same height rather than above or below.
  [[nodiscard]] const Occurrence* given_of(const Occurrence& family) const {
    constexpr int k_reach = 6;  // line heights, of labels one below the other
    const Box& there = m_page.token(family.first).box;
    const Occurrence* nearest = nullptr;
    int least = 0;
    for (const auto& given : m_all) {
      if (given.part != NamePart::given) continue;
      const Box& here = m_page.token(given.first).box;
      const int down = std::abs(here.y0 + here.y1 - there.y0 - there.y1) / 2;
      if (down > k_reach * m_page.line_height()) continue;
      const int away = 3 * down + gap_between(here, there);
      if (nearest != nullptr && away >= least) continue;
      nearest = &given;
      least = away;
    }
    return nearest;
  }

  [[nodiscard]] std::vector<Zone> zones_of_label(const Occurrence& label) const {
    auto only = m_all;
    for (auto& occurrence : only) {
      occurrence.own = occurrence.first == label.first;
      occurrence.role = false;
    }
    auto out = cell_zones(m_page, only, m_claim);
    for (auto& zone : label_zones(m_page, only, m_claim)) out.push_back(std::move(zone));
    for (auto& zone : out) zone.tokens = first_stretch(zone);
    std::erase_if(out, [](const Zone& zone) { return zone.tokens.empty(); });
    return out;
  }

  // A cell as it is; elsewhere a part of a name is what stands together in the first line.
  [[nodiscard]] std::vector<int> first_stretch(const Zone& zone) const {
    if (zone.standing == Standing::cell || zone.tokens.empty()) return zone.tokens;
    std::vector<int> out{zone.tokens.front()};
    for (std::size_t i = 1; i < zone.tokens.size(); ++i) {
      const Token& before = m_page.token(out.back());
      const Token& token = m_page.token(zone.tokens[i]);
      if (token.line != before.line || before.comma || before.stop ||
          gap_between(before.box, token.box) * 2 > 3 * m_page.line_height())
        break;
      out.push_back(zone.tokens[i]);
    }
    return out;
  }

  // The first label of a line begins a column, one further on follows the value before it.
  [[nodiscard]] static bool alike(Standing a, Standing b) {
    const auto behind = [](Standing standing) { return standing == Standing::beside || standing == Standing::column; };
    return a == b || (behind(a) && behind(b));
  }

  [[nodiscard]] std::optional<Zone> both(const Occurrence& given, const Occurrence& family) const {
    const auto first = zones_of_label(given), second = zones_of_label(family);
    for (const auto& one : first)
      for (const auto& other : second) {
        if (!alike(one.standing, other.standing)) continue;
        Zone zone = one;
        zone.tokens.insert(zone.tokens.end(), other.tokens.begin(), other.tokens.end());
        zone.closed = true;
        zone.generic = false;
        return zone;
      }
    return std::nullopt;
  }

  const PageView& m_page;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
};

}  // namespace

std::vector<Zone> name_part_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                  const Claim& claim) {
  const bool asked = std::any_of(occurrences.begin(), occurrences.end(),
                                 [](const Occurrence& o) { return o.own && o.part == NamePart::given; });
  return asked ? NameParts(page, occurrences, claim).zones() : std::vector<Zone>{};
}

}  // namespace mizan::verification
