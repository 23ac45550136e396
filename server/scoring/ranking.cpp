// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/ranking.hpp"

#include <algorithm>
#include <tuple>

namespace mizan::scoring {
namespace {

struct Entry {
  OfficeKind kind;
  RankedOffice ranked;
};

Entry entry_of(const Contender& contender, const RankRules& rules, SilencePolicy silence) {
  Entry entry{contender.kind, {}};
  entry.ranked.office = contender.office;
  entry.ranked.held = contender.held;
  if (contender.silent) {
    entry.ranked.rank = silence == SilencePolicy::unranked ? Rank{} : rules.lowest();
    return entry;
  }
  entry.ranked.sections = contender.sections;
  for (const auto& [section, points] : contender.sections) entry.ranked.total += points;
  entry.ranked.rank = rules.rank_of(entry.ranked.total);
  return entry;
}

}  // namespace

std::vector<RankedOffice> rank_offices(std::span<const Contender> contenders, const RankRules& rules,
                                       SilencePolicy silence) {
  std::vector<Entry> entries;
  entries.reserve(contenders.size());
  for (const auto& contender : contenders) entries.push_back(entry_of(contender, rules, silence));
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(a.kind, b.ranked.total, a.ranked.office) < std::tuple(b.kind, a.ranked.total, b.ranked.office);
  });

  std::vector<RankedOffice> ranked;
  ranked.reserve(entries.size());
  std::size_t first_of_kind = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && entries[i].kind != entries[i - 1].kind) first_of_kind = i;
    const bool tied = i > first_of_kind && entries[i].ranked.total == entries[i - 1].ranked.total;
    entries[i].ranked.position = tied ? ranked.back().position : static_cast<int>(i - first_of_kind) + 1;
    ranked.push_back(entries[i].ranked);
  }
  return ranked;
}

}  // namespace mizan::scoring
