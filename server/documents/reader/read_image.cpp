// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/read_image.hpp"

#include "documents/reader/layout.hpp"
#include "documents/reader/opinions.hpp"
#include "documents/reader/orientation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_recognition_dpi = 300;
constexpr int k_low_resolution_dpi = 180;
constexpr int k_people_dpi = 200;            // page images and boxes: enough for eyes, light on the line
constexpr double k_sheet_inches = 11.7;      // the long side of A4, where the resolution is unknown
constexpr double k_most_enlargement = 2.5;
constexpr double k_blank = 0.0004;           // share of ink below which a page is empty
constexpr double k_noticeable_skew = 0.1;
constexpr double k_worth_a_warning = 2.0;

/// The resolution, or what it would be if the image showed an A4 sheet.
double assumed_dpi(const Pix& image, int dpi) {
  if (dpi > 0) return dpi;
  return std::max(width_of(image), height_of(image)) / k_sheet_inches;
}

PixPtr copy_or(PixPtr made, const Pix& otherwise) { return made ? std::move(made) : scaled(otherwise, 1); }

Box scaled_box(const Box& box, double factor, int width, int height) {
  const auto down = [&](int value, int most) { return std::clamp(static_cast<int>(std::floor(value * factor)), 0, most); };
  const auto up = [&](int value, int most) { return std::clamp(static_cast<int>(std::ceil(value * factor)), 0, most); };
  return {down(box.x0, width), down(box.y0, height), up(box.x1, width), up(box.y1, height)};
}

std::vector<RecognisedWord> pass(Recogniser& recogniser, const Pix& image, Layout layout, const Page& page, double factor) {
  auto words = recogniser.recognise(image, k_recognition_dpi, layout);
  for (auto& word : words) word.box = scaled_box(word.box, factor, page.width_px, page.height_px);
  return words;
}

void recognise(const Pix& image, Recognisers& recognisers, Effort effort, Page& page, double factor) {
  for (auto& word : pass(*recognisers.persian, image, Layout::page, page, factor))
    page.words.push_back({word.box, {{std::move(word.text), word.confidence, std::string(recognisers.persian->name())}}});
  if (effort == Effort::quick) return;
  add_opinion(page.words, pass(*recognisers.script, image, Layout::page, page, factor), recognisers.script->name());
  add_opinion(page.words, pass(*recognisers.latin, image, Layout::page, page, factor), recognisers.latin->name());
}

}  // namespace

ReadImage read_image(const SourcePage& source, Recognisers& recognisers, Effort effort) {
  ReadImage out;
  out.page.kind = source.kind;
  out.page.dpi = source.dpi;
  auto image = copy_or(even_background(*source.pixels), *source.pixels);
  auto marks = ink(*image);
  if (!marks || ink_share(*marks) < k_blank) {
    out.page.kind = PageKind::blank;
    out.page.width_px = width_of(*image);
    out.page.height_px = height_of(*image);
    out.upright = std::move(image);
    return out;
  }
  const double dpi = assumed_dpi(*image, source.dpi);
  out.page.rotation = upright_rotation(*image, *marks, dpi, *recognisers.persian);
  if (out.page.rotation != 0) {
    image = copy_or(turned(*image, out.page.rotation), *image);
    marks = copy_or(turned(*marks, out.page.rotation), *marks);
  }
  out.page.skew = skew_of(*marks);
  if (std::abs(out.page.skew) >= k_noticeable_skew) image = copy_or(straightened(*image, out.page.skew), *image);
  else out.page.skew = 0;
  if (std::abs(out.page.skew) >= k_worth_a_warning) out.warnings.push_back({"skewed", std::nullopt, {}});
  if (dpi < k_low_resolution_dpi) out.warnings.push_back({"low_resolution", std::nullopt, {}});

  const double to_people = std::min(1.0, k_people_dpi / dpi);
  out.upright = copy_or(scaled(*image, to_people), *image);
  if (source.dpi > 0) out.page.dpi = static_cast<int>(std::lround(dpi * to_people));
  out.page.width_px = width_of(*out.upright);
  out.page.height_px = height_of(*out.upright);
  const double to_recognition = std::min(k_most_enlargement, k_recognition_dpi / dpi);
  if (std::abs(to_recognition - 1) > 0.1) image = copy_or(scaled(*image, to_recognition), *image);
  recognise(*image, recognisers, effort, out.page, static_cast<double>(out.page.width_px) / width_of(*image));
  return out;
}

}  // namespace mizan::documents
