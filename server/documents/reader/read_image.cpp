// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/read_image.hpp"

#include "documents/reader/upright.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_low_resolution_dpi = 180;
constexpr int k_people_dpi = 200;          // page images and boxes: enough for eyes, light on the line
constexpr double k_sheet_inches = 11.7;    // the long side of A4, where the resolution is unknown
constexpr double k_blank = 0.0004;         // share of ink below which a page is empty
constexpr double k_worth_a_warning = 2.0;  // degrees of skew

/// The resolution, or what it would be if the image showed an A4 sheet.
double assumed_dpi(const Pix& image, int dpi) {
  if (dpi > 0) return dpi;
  return std::max(width_of(image), height_of(image)) / k_sheet_inches;
}

Box scaled_box(const Box& box, double factor, int width, int height) {
  const auto down = [&](int value, int most) {
    return std::clamp(static_cast<int>(std::floor(value * factor)), 0, most);
  };
  const auto up = [&](int value, int most) { return std::clamp(static_cast<int>(std::ceil(value * factor)), 0, most); };
  return {down(box.x0, width), down(box.y0, height), up(box.x1, width), up(box.y1, height)};
}

ReadImage blank(PixPtr image, const SourcePage& source) {
  ReadImage out;
  out.page.kind = PageKind::blank;
  out.page.dpi = source.dpi;
  out.page.width_px = width_of(*image);
  out.page.height_px = height_of(*image);
  out.upright = std::move(image);
  return out;
}

}  // namespace

ReadImage read_image(const SourcePage& source, Recognisers& recognisers) {
  auto image = copy_or(even_background(*source.pixels), *source.pixels);
  const double dpi = assumed_dpi(*image, source.dpi);
  const auto coarse = scaled(*image, std::min(1.0, k_people_dpi / dpi));
  const auto marks = coarse ? ink(*coarse) : nullptr;
  if (!marks || ink_share(*marks) < k_blank) return blank(std::move(image), source);
  auto upright = set_upright(*image, dpi, recognisers);

  ReadImage out;
  auto& page = out.page;
  page.kind = source.kind;
  page.rotation = upright.rotation;
  page.skew = upright.skew;
  if (std::abs(page.skew) >= k_worth_a_warning) out.warnings.push_back({"skewed", std::nullopt, {}});
  if (dpi < k_low_resolution_dpi) out.warnings.push_back({"low_resolution", std::nullopt, {}});
  const int width = width_of(*upright.enlarged);
  page.words = words_of(std::move(upright.print), std::move(upright.words), recognisers);

  const double to_people = std::min(1.0, k_people_dpi / dpi);
  out.upright = copy_or(scaled(*upright.straight, to_people), *upright.straight);
  if (source.dpi > 0) page.dpi = static_cast<int>(std::lround(dpi * to_people));
  page.width_px = width_of(*out.upright);
  page.height_px = height_of(*out.upright);
  const double factor = static_cast<double>(page.width_px) / width;
  for (auto& word : page.words) word.box = scaled_box(word.box, factor, page.width_px, page.height_px);
  return out;
}

}  // namespace mizan::documents
