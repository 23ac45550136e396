// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/reversed_type.hpp"

#include "documents/reader/image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace mizan::documents {
namespace {

// Grey levels.
constexpr int k_dark = 120;           // a band, below
constexpr int k_least_contrast = 70;  // between a band and its letters

// Pixels of a coarse image.
constexpr int k_solid = 7;                  // thicker than strokes of letters and rules
constexpr int k_join_x = 45, k_join_y = 9;  // what letters leave of a band hangs together
constexpr int k_lowest = 16, k_narrowest = 40;

constexpr double k_highest = 0.15;       // of the page
constexpr double k_full = 0.85;          // share of its box that a rectangle fills
constexpr double k_most_light = 0.5;     // share of a band that letters take
constexpr double k_in_band = 0.4;        // share of its pixels that are surely no letter's
constexpr double k_not_letters = 0.993;  // that of all but the inside of its letters; one word in a long band is little

Pix* raw(const Pix& image) {
  return const_cast<Pix*>(&image);  // Leptonica takes images it only reads as non-const
}

std::vector<int> levels_in(const Pix& image, const Box& box) {
  std::vector<int> counts(256, 0);
  const auto* const data = pixGetData(raw(image));
  const auto words = pixGetWpl(raw(image));
  for (int y = box.y0; y < box.y1; ++y) {
    const auto* const row = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = box.x0; x < box.x1; ++x) ++counts[static_cast<std::size_t>(GET_DATA_BYTE(row, x))];
  }
  return counts;
}

/// The level below which this share of the pixels lies.
int level_at(const std::vector<int>& counts, double share) {
  std::int64_t all = 0, seen = 0;
  for (const int count : counts) all += count;
  const auto wanted = static_cast<std::int64_t>(share * static_cast<double>(all));
  for (std::size_t level = 0; level < counts.size(); ++level) {
    seen += counts[level];
    if (seen > wanted) return static_cast<int>(level);
  }
  return 255;
}

/// How dark a band is and how light its letters are.
struct Tones {
  int band = 0, letters = 255;
};

Tones tones_of(const Pix& image, const Box& box) {
  const auto counts = levels_in(image, box);
  return {level_at(counts, k_in_band), level_at(counts, k_not_letters)};
}

double share_of_ink(const Pix& bits, const Box& box) {
  const auto part = cropped(bits, box);
  return part ? ink_share(*part) : 0;
}

/// Which level each level becomes: that of the band white, that of its letters black.
std::array<std::uint8_t, 256> turned_over(const Tones& tones) {
  std::array<std::uint8_t, 256> out{};
  const int range = std::max(1, tones.letters - tones.band);
  for (int level = 0; level < 256; ++level)
    out[static_cast<std::size_t>(level)] =
        static_cast<std::uint8_t>(std::clamp(k_paper_level * (tones.letters - level) / range, 0, k_paper_level));
  return out;
}

void turn_over(Pix& image, const Box& box, const std::array<std::uint8_t, 256>& levels) {
  auto* const data = pixGetData(&image);
  const auto words = pixGetWpl(&image);
  for (int y = box.y0; y < box.y1; ++y) {
    auto* const row = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = box.x0; x < box.x1; ++x)
      SET_DATA_BYTE(row, x, levels[static_cast<std::size_t>(GET_DATA_BYTE(row, x))]);
  }
}

}  // namespace

std::vector<Box> reversed_areas(const Pix& coarse) {
  const PixPtr dark(pixThresholdToBinary(raw(coarse), k_dark));
  if (!dark) return {};
  const PixPtr solid(pixOpenBrickDwa(nullptr, dark.get(), k_solid, k_solid));
  int empty = 1;
  if (!solid || pixZero(solid.get(), &empty) != 0 || empty != 0) return {};
  const PixPtr bands(pixCloseCompBrickDwa(nullptr, solid.get(), k_join_x, k_join_y));
  const PixPtr letters(bands ? pixHolesByFilling(bands.get(), 4) : nullptr);
  if (!letters || pixOr(bands.get(), bands.get(), letters.get()) == nullptr) return {};
  std::vector<Box> out;
  for (const auto& box : components(*bands)) {
    if (box.height() < k_lowest || box.width() < k_narrowest || box.height() > k_highest * height_of(coarse)) continue;
    if (share_of_ink(*bands, box) < k_full || share_of_ink(*dark, box) < 1 - k_most_light) continue;
    const auto tones = tones_of(coarse, box);
    if (tones.letters - tones.band >= k_least_contrast) out.push_back(box);
  }
  return out;
}

PixPtr with_dark_letters(const Pix& image, const std::vector<Box>& areas, double sharpness) {
  if (areas.empty()) return shared(image);
  PixPtr out(pixCopy(nullptr, raw(image)));
  if (!out) return shared(image);
  for (const auto& area : areas) {
    const auto box = scaled_box(area, sharpness, image);
    if (!box.empty()) turn_over(*out, box, turned_over(tones_of(image, box)));
  }
  return out;
}

Sheet with_dark_letters(const Sheet& sheet, const std::vector<Box>& areas) {
  Sheet out{nullptr, with_dark_letters(*sheet.coarse, areas, 1), sheet.dpi, sheet.source_dpi};
  out.sharp = sheet.coarse.get() == sheet.sharp.get() ? shared(*out.coarse)
                                                      : with_dark_letters(*sheet.sharp, areas, sheet.sharpness());
  return out;
}

}  // namespace mizan::documents
