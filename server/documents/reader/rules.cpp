// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/rules.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

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

}  // namespace mizan::documents
