// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tilt.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_long = 10;           // a piece that tells, in heights of its letters
constexpr std::size_t k_enough = 4;     // of them
constexpr double k_astray = 0.012;      // from what most say: a stamp, a signature
constexpr double k_over_a_page = 0.25;  // of the height, for the spread to be told
constexpr double k_noticeable = 0.006;  // half a line over the width of a page

struct Told {
  double y = 0;  ///< -0.5 at the head of the page, 0.5 at its foot
  double slope = 0, weight = 0;
};

/// Weighted least squares.
Tilt fitted(const std::vector<Told>& told) {
  double w = 0, y = 0, s = 0, yy = 0, ys = 0;
  for (const auto& each : told) {
    w += each.weight;
    y += each.weight * each.y;
    s += each.weight * each.slope;
  }
  if (w <= 0) return {};
  y /= w;
  s /= w;
  double highest = 0.5, lowest = -0.5;
  for (const auto& each : told) {
    yy += each.weight * (each.y - y) * (each.y - y);
    ys += each.weight * (each.y - y) * (each.slope - s);
    highest = std::min(highest, each.y);
    lowest = std::max(lowest, each.y);
  }
  if (lowest - highest < k_over_a_page) return {s, 0};
  const double spread = yy > 0 ? ys / yy : 0;
  return {s - spread * y, spread};
}

}  // namespace

bool Tilt::noticeable() const noexcept {
  return std::abs(middle) + std::abs(spread) / 2 >= k_noticeable;
}

Tilt tilt_of(const std::vector<Piece>& pieces, int height) {
  std::vector<Told> told;
  for (const auto& piece : pieces)
    if (piece.box.width() >= k_long * piece.letter_height)
      told.push_back(
          {(piece.box.y0 + piece.box.y1) / 2.0 / height - 0.5, piece.slope, static_cast<double>(piece.box.width())});
  if (told.size() < k_enough) return {};
  const auto first = fitted(told);
  std::erase_if(
      told, [&](const Told& each) { return std::abs(each.slope - first.middle - first.spread * each.y) > k_astray; });
  return told.size() < k_enough ? Tilt{} : fitted(told);
}

PixPtr levelled(const Pix& image, double degrees, const Tilt& tilt) {
  const double width = width_of(image), height = height_of(image);
  const double turn = -degrees * std::numbers::pi / 180;
  auto* from = ptaCreate(4);
  auto* to = ptaCreate(4);
  for (const double y : {0.0, height})
    for (const double x : {0.0, width}) {
      const double slope = tilt.middle + tilt.spread * (y / height - 0.5);
      ptaAddPt(to, static_cast<float>(x), static_cast<float>(y));
      const double across = x - width / 2, down = y + slope * across - height / 2;
      ptaAddPt(from, static_cast<float>(width / 2 + across * std::cos(turn) + down * std::sin(turn)),
               static_cast<float>(height / 2 + down * std::cos(turn) - across * std::sin(turn)));
    }
  PixPtr out(pixProjectivePta(const_cast<Pix*>(&image), to, from, L_BRING_IN_WHITE));
  ptaDestroy(&from);
  ptaDestroy(&to);
  return out;
}

}  // namespace mizan::documents
