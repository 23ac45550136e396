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
  return std::abs(factor - 1) < k_alike ? shared(image) : made_or(scaled(image, factor), image);
}

/// Both images or neither: pixels of the one must be those of the other.
template <typename Change>
Sheet changed(const Sheet& sheet, Change change) {
  Sheet out{change(*sheet.sharp), nullptr, sheet.dpi, sheet.source_dpi};
  out.coarse = sheet.coarse.get() == sheet.sharp.get() && out.sharp ? shared(*out.sharp) : change(*sheet.coarse);
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
  const auto given = at_resolution(image, wanted / dpi);
  out.sharp = made_or(even_background(*given), *given);
  out.dpi = dpi * width_of(*out.sharp) / std::max(1, width_of(image));
  out.coarse = at_resolution(*out.sharp, std::min(1.0, k_coarse_dpi / out.dpi));
  return out;
}

PixPtr as_sharp(PixPtr part, double dpi) {
  const double factor = k_sharp_dpi / dpi;
  return factor - 1 < k_alike ? std::move(part) : made_or(scaled_and_sharpened(*part, factor), *part);
}

Sheet turned(const Sheet& sheet, int degrees) {
  return changed(sheet, [&](const Pix& image) { return degrees == 0 ? shared(image) : turned(image, degrees); });
}

Sheet straightened(const Sheet& sheet, double degrees) {
  return changed(sheet, [&](const Pix& image) { return straightened(image, degrees); });
}

Sheet levelled(const Sheet& sheet, const Tilt& tilt) {
  return changed(sheet, [&](const Pix& image) { return levelled(image, tilt); });
}

}  // namespace mizan::documents
