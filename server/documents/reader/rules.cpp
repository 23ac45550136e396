// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/rules.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"
#include "documents/reader/sheet.hpp"

#include <algorithm>

namespace mizan::documents {
namespace {

// In parts of the page's width: shorter strokes are letters or underlines.
constexpr int k_shortest_across = 20;
constexpr int k_shortest_down = 60;
constexpr double k_least_area = 0.01;

bool touch(const Box& a, const Box& b) {
  constexpr int k_near = 4;
  return a.x0 <= b.x1 + k_near && b.x0 <= a.x1 + k_near && a.y0 <= b.y1 + k_near && b.y0 <= a.y1 + k_near;
}

/// Thin long strokes of a 1-bit image in one direction.
enum class Direction { across, down };
PixPtr rules_of(Pix* ink, int length, int thickest, Direction direction) {
  const bool across = direction == Direction::across;
  PixPtr rules(across ? pixOpenCompBrick(nullptr, ink, length, 1) : pixOpenCompBrick(nullptr, ink, 1, length));
  if (!rules) return rules;
  const PixPtr thick(across ? pixOpenBrick(nullptr, rules.get(), 1, thickest)
                            : pixOpenBrick(nullptr, rules.get(), thickest, 1));
  if (thick) pixSubtract(rules.get(), rules.get(), thick.get());
  return rules;
}

}  // namespace

std::vector<RuledArea> ruled_areas(const Pix& image) {
  const int width = width_of(image);
  const PixPtr bits(pixThresholdToBinary(const_cast<Pix*>(&image), 178));
  if (!bits) return {};
  const PixPtr across(pixOpenCompBrick(nullptr, bits.get(), std::max(20, width / k_shortest_across), 1));
  const PixPtr down(pixOpenCompBrick(nullptr, bits.get(), 1, std::max(12, width / k_shortest_down)));
  if (!across || !down) return {};
  const PixPtr both(pixOr(nullptr, across.get(), down.get()));
  const PixPtr closed(both ? pixCloseBrick(nullptr, both.get(), 5, 5) : nullptr);
  if (!closed) return {};
  std::vector<RuledArea> out;
  const auto horizontal = components(*across);
  const auto vertical = components(*down);
  const double least = k_least_area * width * height_of(image);
  for (const auto& box : components(*closed)) {
    if (static_cast<double>(box.width()) * box.height() < least) continue;
    RuledArea area{box, {}, {}, {}};
    for (const auto& line : horizontal)
      if (touch(box, line)) {
        area.horizontal.push_back((line.y0 + line.y1) / 2);
        area.strokes.push_back(line);
      }
    for (const auto& line : vertical)
      if (touch(box, line) && line.height() * 4 > box.height()) area.vertical.push_back((line.x0 + line.x1) / 2);
    if (!area.horizontal.empty() && !area.vertical.empty()) out.push_back(std::move(area));
  }
  return out;
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
