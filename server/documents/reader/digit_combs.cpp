// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/digit_combs.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <map>

namespace mizan::documents {
namespace {

constexpr std::size_t k_least_strokes = 5;
constexpr double k_narrowest = 0.35, k_widest = 1.35;  // a box, in its heights
constexpr double k_regular = 1.4;                      // the widest box in the narrowest

bool goes_on(const DigitComb& comb, const Box& stroke, int apart) {
  const Box& last = comb.strokes.back();
  const int wide = stroke.x0 - last.x0, high = stroke.height();
  if (std::abs(stroke.y0 - last.y0) > apart || std::abs(stroke.y1 - last.y1) > apart) return false;
  if (wide < k_narrowest * high || wide > k_widest * high) return false;
  return comb.strokes.size() < 2 || (wide <= k_regular * comb.spacing && comb.spacing <= k_regular * wide);
}

}  // namespace

std::vector<DigitComb> combs_of(const std::vector<Box>& strokes, int tallest, int apart) {
  auto sorted = strokes;
  std::sort(sorted.begin(), sorted.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  std::vector<DigitComb> combs;
  std::multimap<int, std::size_t> open;  // the last comb that a stroke at this height may go on
  for (const auto& stroke : sorted) {
    if (stroke.width() > 2 * apart || stroke.height() > tallest) continue;
    auto found = open.end();
    for (auto it = open.lower_bound(stroke.y0 - apart); it != open.end() && it->first <= stroke.y0 + apart;) {
      const auto& comb = combs[it->second];
      const bool passed = stroke.x0 - comb.strokes.back().x0 > k_widest * std::max(1, comb.strokes.back().height());
      const bool taken = found == open.end() && goes_on(comb, stroke, apart);
      if (taken) found = it;
      it = passed && !taken ? open.erase(it) : std::next(it);
    }
    std::size_t at = combs.size();
    if (found == open.end()) {
      combs.emplace_back();
    } else {
      at = found->second;
      combs[at].spacing = stroke.x0 - combs[at].strokes.back().x0;
      open.erase(found);
    }
    combs[at].strokes.push_back(stroke);
    open.emplace(stroke.y0, at);
  }
  std::erase_if(combs, [](const DigitComb& comb) { return comb.strokes.size() < k_least_strokes; });
  for (auto& comb : combs) {
    comb.box = comb.strokes.front();
    for (const auto& each : comb.strokes)
      comb.box = {comb.box.x0, std::min(comb.box.y0, each.y0), each.x1, std::max(comb.box.y1, each.y1)};
  }
  return combs;
}

void take_out(const std::vector<DigitComb>& combs, int apart, Pix& across, Pix& down) {
  const auto clear = [&](Pix& image, const Box& box) {
    pixRasterop(&image, box.x0, box.y0, box.width(), box.height(), PIX_CLR, nullptr, 0, 0);
  };
  std::multimap<int, const DigitComb*> edges;
  for (const auto& comb : combs) {
    for (const auto& stroke : comb.strokes) clear(down, stroke);
    edges.emplace(comb.box.y0, &comb);
    edges.emplace(comb.box.y1, &comb);
  }
  if (combs.empty()) return;
  for (const auto& rule : components(across))
    for (auto it = edges.lower_bound(rule.y0 - apart); it != edges.end() && it->first <= rule.y1 + apart; ++it) {
      const Box& box = it->second->box;
      const int aside = 3 * it->second->spacing / 2;  // the outer boxes may end at rules of the table
      if (rule.x0 < box.x0 - aside || rule.x1 > box.x1 + aside) continue;
      clear(across, rule);
      break;
    }
}

}  // namespace mizan::documents
