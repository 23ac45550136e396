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

/// The page as people see it, and as rules of tables are looked for in it.
void show(const Sheet& sheet, const Sheet& dark, const SourcePage& source, ReadImage& out) {
  const double dpi = std::min({1.0 * k_people_dpi, sheet.source_dpi, sheet.dpi});
  const auto shown = [&](const Pix& sharp) { return made_or(reduced(sharp, dpi / sheet.dpi), sharp); };
  out.upright = shown(*sheet.sharp);
  out.dark = dark.sharp.get() == sheet.sharp.get() ? shared(*out.upright) : shown(*dark.sharp);
  if (source.dpi > 0) out.page.dpi = static_cast<int>(std::lround(dpi));
  out.page.width_px = width_of(*out.upright);
  out.page.height_px = height_of(*out.upright);
}

}  // namespace

ReadImage read_image(const SourcePage& source, Recognisers& recognisers) {
  const double dpi = assumed_dpi(*source.pixels, source.dpi);
  const auto sheet = sheet_of(*source.pixels, dpi);
  ReadImage out;
  auto& page = out.page;
  const auto marks = ink_for_direction(sheet);
  if (!marks || ink_share(*marks) < k_blank) {
    page.kind = PageKind::blank;
    show(sheet, sheet, source, out);
    return out;
  }
  auto upright = set_upright(sheet, wide_to_tall(*marks), recognisers);
  page.kind = source.kind;
  page.rotation = upright.rotation;
  page.skew = upright.skew;
  if (std::abs(page.skew) >= k_worth_a_warning) out.warnings.push_back({"skewed", std::nullopt, {}});
  if (dpi < k_low_resolution_dpi) out.warnings.push_back({"low_resolution", std::nullopt, {}});
  page.words = words_of(std::move(upright.print), std::move(upright.words), recognisers);
  show(upright.sheet, upright.dark, source, out);
  const double factor = static_cast<double>(page.width_px) / width_of(*upright.sheet.sharp);
  for (auto& word : page.words) word.box = scaled_box(word.box, factor, *out.upright);
  return out;
}

}  // namespace mizan::documents
