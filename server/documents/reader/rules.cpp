// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/rules.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/digit_combs.hpp"
#include "documents/reader/image.hpp"
#include "documents/reader/sheet.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mizan::documents {
namespace {

// In parts of the page's width: shorter strokes are letters or underlines.
constexpr int k_shortest_across = 20;
constexpr int k_shortest_down = 60;
constexpr int k_shortest_seen = 160;  // of what is left of a rule between gaps
constexpr int k_tallest_comb = 18;
constexpr double k_least_area = 0.01;
// A form has a few areas and a few thousand pieces of rules; patterns made to wear out whoever looks have more.
constexpr std::size_t k_most_areas = 64, k_most_pieces = 20'000;

/// Thin long strokes of a 1-bit image in one direction.
enum class Direction { across, down };
PixPtr rules_of(Pix* ink, int length, int thickest, Direction direction) {
  const bool across = direction == Direction::across;
  PixPtr rules(across ? pixOpenCompBrickDwa(nullptr, ink, length, 1) : pixOpenCompBrickDwa(nullptr, ink, 1, length));
  if (!rules) return rules;
  const PixPtr thick(across ? pixOpenBrickDwa(nullptr, rules.get(), 1, thickest)
                            : pixOpenBrickDwa(nullptr, rules.get(), thickest, 1));
  if (thick) pixSubtract(rules.get(), rules.get(), thick.get());
  return rules;
}

/// The share of ink in a part of a 1-bit image.
double filled(const Pix& bits, const Box& box) {
  const PixPtr part(cropped(bits, box));
  return part ? ink_share(*part) : 0;
}

/// As behind the heads of tables and of sections: wide, low, its upper and lower edges straight, whatever is left out
/// of it inside.
bool is_band(const Pix& blots, const Box& box) {
  constexpr double k_straight = 0.95;
  constexpr int k_highest = 16;           // in parts of the page's height
  constexpr int k_rough = 2, k_edge = 4;  // pixels: from where to where the edge lies
  if (box.width() * k_shortest_across < width_of(blots) || box.height() * k_highest > height_of(blots)) return false;
  return filled(blots, {box.x0 + k_rough, box.y0 + k_rough, box.x1 - k_rough, box.y0 + k_edge}) >= k_straight &&
         filled(blots, {box.x0 + k_rough, box.y1 - k_edge, box.x1 - k_rough, box.y1 - k_rough}) >= k_straight;
}

/// The ink without what is too thick for a rule, as the table under a photographed paper is. Of bands the outlines
/// stay.
PixPtr without_blots(PixPtr ink, int thickest) {
  // At half the size: they are large.
  const PixPtr half(pixReduceRankBinary2(ink.get(), 3, nullptr));
  const PixPtr blots(half ? pixOpenBrickDwa(nullptr, half.get(), thickest / 2, thickest / 2) : nullptr);
  if (!blots) return ink;
  const auto boxes = components(*blots);
  const PixPtr wide(boxes.empty() ? nullptr : pixDilateBrick(nullptr, blots.get(), 3, 3));
  const PixPtr whole(wide ? pixExpandReplicate(wide.get(), 2) : nullptr);
  if (!whole) return ink;
  pixSubtract(ink.get(), ink.get(), whole.get());
  if (boxes.size() > k_most_pieces) return ink;
  const auto fill = [&](const Box& box, int what) {
    pixRasterop(ink.get(), box.x0, box.y0, box.width(), box.height(), what, nullptr, 0, 0);
  };
  for (const auto& small : boxes) {
    if (!is_band(*blots, small)) continue;
    constexpr int k_rule = 2;
    const Box box{2 * small.x0, 2 * small.y0, 2 * small.x1, 2 * small.y1};
    fill(box, PIX_SET);
    fill({box.x0 + k_rule, box.y0 + k_rule, box.x1 - k_rule, box.y1 - k_rule}, PIX_CLR);
  }
  return ink;
}

bool contains(const Box& area, const Box& stroke) {
  constexpr int k_near = 4;
  return stroke.x0 >= area.x0 - k_near && stroke.x1 <= area.x1 + k_near && stroke.y0 >= area.y0 - k_near &&
         stroke.y1 <= area.y1 + k_near;
}

/// Of strokes, the lines, in the areas they lie in, of which smaller ones come first.
void trace(Pix& strokes, Direction direction, std::vector<RuledArea>& areas) {
  constexpr int k_pieces = 24;  // of a line that runs over the whole page
  const bool across = direction == Direction::across;
  const int width = width_of(strokes), height = height_of(strokes);
  const int length = std::max(8, (across ? width : height) / k_pieces);
  for (int cut = length; cut < (across ? width : height); cut += length)
    across ? pixRasterop(&strokes, cut, 0, 1, height, PIX_CLR, nullptr, 0, 0)
           : pixRasterop(&strokes, 0, cut, width, 1, PIX_CLR, nullptr, 0, 0);
  const auto boxes = components(strokes);
  if (boxes.size() > k_most_pieces) return;
  const int apart = one_rule(height);
  std::vector<std::vector<RulePiece>> pieces(areas.size());
  for (const auto& box : boxes) {
    const auto area = std::find_if(areas.begin(), areas.end(), [&](const auto& a) { return contains(a.box, box); });
    if (area == areas.end()) continue;
    auto& here = pieces[static_cast<std::size_t>(area - areas.begin())];
    const int from = across ? box.x0 : box.y0, to = across ? box.x1 : box.y1;
    const int near = across ? box.y0 : box.x0, far = across ? box.y1 : box.x1;
    if (far - near <= 2 * apart) here.push_back({from, to, 0.5 * (near + far - 1)});
  }
  for (std::size_t i = 0; i < areas.size(); ++i)
    (across ? areas[i].across : areas[i].down) = traced(std::move(pieces[i]), apart);
}

}  // namespace

int one_rule(int height) {
  return std::max(4, height / 300);
}

Rules rules_in(const Pix& image) {
  const int width = width_of(image), height = height_of(image);
  PixPtr bits(pixThresholdToBinary(const_cast<Pix*>(&image), 178));
  if (!bits) return {};
  bits = without_blots(std::move(bits), 2 * one_rule(height) + 1);
  const PixPtr across(pixOpenCompBrickDwa(nullptr, bits.get(), std::max(20, width / k_shortest_across), 1));
  const PixPtr down(pixOpenCompBrickDwa(nullptr, bits.get(), 1, std::max(12, width / k_shortest_down)));
  if (!across || !down) return {};
  const PixPtr both(pixOr(nullptr, across.get(), down.get()));
  const PixPtr closed(both ? pixCloseBrick(nullptr, both.get(), 5, 5) : nullptr);
  if (!closed) return {};
  Rules out;
  const double least = k_least_area * width * height;
  for (const auto& box : components(*closed))
    if (static_cast<double>(box.width()) * box.height() >= least) out.areas.push_back({box, {}, {}});
  if (out.areas.empty() || out.areas.size() > k_most_areas) return {};
  std::sort(out.areas.begin(), out.areas.end(), [](const RuledArea& a, const RuledArea& b) {
    return std::pair(a.box.height(), a.box.width()) < std::pair(b.box.height(), b.box.width());
  });
  const auto combs = combs_of(components(*down), width / k_tallest_comb, one_rule(height));
  take_out(combs, one_rule(height), *across, *down);
  trace(*across, Direction::across, out.areas);
  trace(*down, Direction::down, out.areas);
  std::erase_if(out.areas, [](const RuledArea& area) { return area.across.empty() || area.down.empty(); });
  std::sort(out.areas.begin(), out.areas.end(), [](const RuledArea& a, const RuledArea& b) {
    return std::pair(a.box.y0, a.box.x0) < std::pair(b.box.y0, b.box.x0);
  });
  const int shortest = std::max(6, width / k_shortest_seen);
  out.across.reset(pixOpenCompBrickDwa(nullptr, bits.get(), shortest, 1));
  out.down.reset(pixOpenCompBrickDwa(nullptr, bits.get(), 1, shortest));
  return out.across && out.down ? std::move(out) : Rules();
}

Unruled without_rules(const Pix& image) {
  // Longer than any stroke of running text, thinner than the strokes of titles; what is thicker must be longer. A rule
  // of one pixel of a sharper image is a grey one.
  constexpr int k_across = k_coarse_dpi / 3, k_down = k_coarse_dpi / 5;
  constexpr int k_thickest = k_coarse_dpi / 50, k_thickest_long = k_coarse_dpi / 21;
  constexpr int k_ink = 220;
  auto* const given = const_cast<Pix*>(&image);
  const PixPtr ink(pixThresholdToBinary(given, k_ink));
  Unruled out{PixPtr(pixCopy(nullptr, given)), {}};
  if (!out.image) out.image = shared(image);
  if (!ink || out.image.get() == &image) return out;
  for (const auto direction : {Direction::across, Direction::down}) {
    const int length = direction == Direction::across ? k_across : k_down;
    const auto rules = rules_of(ink.get(), length, k_thickest, direction);
    const auto longer = rules_of(ink.get(), 2 * length, k_thickest_long, direction);
    if (!rules || !longer) continue;
    pixOr(rules.get(), rules.get(), longer.get());
    const PixPtr wide(pixDilateBrick(nullptr, rules.get(), 3, 3));
    if (wide) pixSetMasked(out.image.get(), wide.get(), 255);
    if (direction == Direction::down) out.upright = components(*rules);
  }
  return out;
}

}  // namespace mizan::documents
