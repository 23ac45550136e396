// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/sheet.hpp"

#include "documents/reader/image.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_most_enlargement = 2.5;
constexpr double k_alike = 0.1;  // resolutions that differ by less are one

PixPtr at_resolution(const Pix& image, double factor) {
  if (std::abs(factor - 1) < k_alike) return shared(image);
  return made_or(factor > 1 ? scaled_and_sharpened(image, factor) : scaled(image, factor), image);
}

/// Both images or neither: pixels of the one must be those of the other.
template <typename Change>
Sheet changed(const Sheet& sheet, Change change) {
  Sheet out{nullptr, change(*sheet.coarse), sheet.dpi, sheet.source_dpi};
  out.sharp = sheet.coarse.get() == sheet.sharp.get() && out.coarse ? shared(*out.coarse) : change(*sheet.sharp);
  if (!out.sharp || !out.coarse) return {shared(*sheet.sharp), shared(*sheet.coarse), sheet.dpi, sheet.source_dpi};
  return out;
}

}  // namespace

double Sheet::sharpness() const noexcept {
  return static_cast<double>(width_of(*sharp)) / std::max(1, width_of(*coarse));
}

Sheet sheet_of(const Pix& image, double dpi) {
  Sheet out;
  const double wanted = std::clamp(dpi, std::min<double>(k_coarse_dpi, k_most_enlargement * dpi), 1.0 * k_sharp_dpi);
  out.source_dpi = dpi;
  const auto enough = at_resolution(image, std::min(1.0, wanted / dpi));
  const auto even = made_or(even_background(*enough), *enough);
  out.sharp = at_resolution(*even, std::max(1.0, wanted / dpi));
  out.dpi = dpi * width_of(*out.sharp) / std::max(1, width_of(image));
  out.coarse = at_resolution(*out.sharp, std::min(1.0, k_coarse_dpi / out.dpi));
  return out;
}

double Sheet::enlargement() const noexcept {
  const double factor = std::min<double>(k_sharp_dpi, k_most_enlargement * source_dpi) / dpi;
  return factor - 1 < k_alike ? 1 : factor;
}

Sheet turned(const Sheet& sheet, int degrees) {
  return changed(sheet, [&](const Pix& image) { return degrees == 0 ? shared(image) : turned(image, degrees); });
}

Sheet levelled(const Sheet& sheet, double degrees, const Tilt& tilt) {
  return changed(sheet, [&](const Pix& image) { return levelled(image, degrees, tilt); });
}

Sheet straightened(const Sheet& sheet, double degrees, const Pix& coarse) {
  return changed(sheet, [&](const Pix& image) {
    return &image == sheet.coarse.get() ? shared(coarse) : straightened(image, degrees);
  });
}

}  // namespace mizan::documents
