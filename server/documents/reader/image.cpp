// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <new>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

constexpr int k_jpeg_quality = 60;

// Leptonica takes images it only reads as non-const.
Pix* raw(const Pix& image) {
  return const_cast<Pix*>(&image);
}

std::vector<double> values(Numa* numbers) {
  std::vector<double> out;
  const int count = numbers == nullptr ? 0 : numaGetCount(numbers);
  for (int i = 0; i < count; ++i) {
    float value = 0;
    numaGetFValue(numbers, i, &value);
    out.push_back(static_cast<double>(value));
  }
  numaDestroy(&numbers);
  return out;
}

bool black_and_white(const Pix& image) {
  auto* histogram = pixGetGrayHistogram(raw(image), 2);
  const auto counts = values(histogram);
  double between = 0;
  double all = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    all += counts[i];
    if (i > 0 && i + 1 < counts.size()) between += counts[i];
  }
  return all > 0 && between == 0;
}

/// Where something wide and high is far darker than lit paper, as bands under light letters are: the level below which
/// nothing is paper; else 0. The same grey all over is the paper of a dim photograph. Of an image a quarter as wide.
int level_of_bands(const Pix& small) {
  constexpr double k_lit = 0.9;              // share of the pixels that are darker than lit paper
  constexpr double k_dark = 0.38;            // of its level
  constexpr int k_width = 40, k_height = 4;  // pixels
  const auto counts = values(pixGetGrayHistogram(raw(small), 1));
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  double seen = 0;
  int lit = 0;
  while (static_cast<std::size_t>(lit) + 1 < counts.size() &&
         (seen += counts[static_cast<std::size_t>(lit)]) < k_lit * all)
    ++lit;
  const int dark = static_cast<int>(k_dark * lit);
  const PixPtr marks(pixThresholdToBinary(raw(small), dark));
  if (!marks) return 0;
  for (const auto& [width, height] : {std::pair(k_width, k_height), std::pair(k_height, k_width)}) {
    const PixPtr solid(pixOpenBrick(nullptr, marks.get(), width, height));
    int empty = 1;
    if (solid && pixZero(solid.get(), &empty) == 0 && empty == 0) return dark;
  }
  return 0;
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const noexcept {
  pixDestroy(&pix);
}

PixPtr gray_image(const char* rows, int width, int height, int bytes_per_row, int dpi) {
  PixPtr out(pixCreateNoInit(width, height, 8));
  if (!out) return out;
  auto* const data = pixGetData(out.get());
  const auto words = pixGetWpl(out.get());
  for (int y = 0; y < height; ++y)
    std::memcpy(data + static_cast<std::ptrdiff_t>(y) * words, rows + static_cast<std::ptrdiff_t>(y) * bytes_per_row,
                static_cast<std::size_t>(width));
  pixEndianByteSwap(out.get());  // Leptonica has pixels in words, the first one highest
  pixSetResolution(out.get(), dpi, dpi);
  return out;
}

int width_of(const Pix& image) noexcept {
  return pixGetWidth(raw(image));
}
int height_of(const Pix& image) noexcept {
  return pixGetHeight(raw(image));
}

// As pixBackgroundNorm does, but what is paper is told at half the size, which is as good and four times as quick.
PixPtr even_background(const Pix& image) {
  constexpr int k_tile_width = 5, k_tile_height = 8, k_least_pixels = 10;  // of the half
  constexpr int k_smooth_x = 2, k_smooth_y = 1;                            // tiles
  constexpr int k_print = 60;                                              // darker is print, no paper
  const PixPtr half(pixScaleAreaMap2(raw(image))), quarter(half ? pixScaleAreaMap2(half.get()) : nullptr);
  if (!quarter) return nullptr;
  const int print = std::max(k_print, level_of_bands(*quarter));
  Pix* paper = nullptr;
  if (pixGetBackgroundGrayMap(half.get(), nullptr, k_tile_width, k_tile_height, print, k_least_pixels, &paper) != 0)
    return nullptr;
  const PixPtr owned(paper);
  const PixPtr inverse(pixGetInvBackgroundMap(paper, k_paper_level, k_smooth_x, k_smooth_y));
  if (!inverse) return nullptr;
  return PixPtr(pixApplyInvBackgroundGrayMap(raw(image), inverse.get(), 2 * k_tile_width, 2 * k_tile_height));
}

PixPtr ink(const Pix& image) {
  Pix* out = nullptr;
  pixOtsuAdaptiveThreshold(raw(image), 400, 400, 0, 0, 0.1F, nullptr, &out);
  return PixPtr(out);
}

double ink_share(const Pix& ink) {
  int count = 0;
  pixCountPixels(raw(ink), &count, nullptr);
  return static_cast<double>(count) / std::max(1.0, static_cast<double>(width_of(ink)) * height_of(ink));
}

double skew_of(const Pix& image) {
  // One threshold over the whole page: an adaptive one finds texture on empty paper, which outvotes few lines of text.
  // Faint print wants a high one, dark or noisy paper a low one.
  constexpr std::array k_thresholds{134, 115, 152};
  constexpr float k_furthest = 10;
  constexpr float k_least_confidence = 3, k_sure = 10;
  float best = 0;
  float most = k_least_confidence;
  for (const int threshold : k_thresholds) {
    const PixPtr marks(pixThresholdToBinary(raw(image), threshold));
    float angle = 0;
    float confidence = 0;
    if (!marks || pixFindSkewSweepAndSearch(marks.get(), &angle, &confidence, 2, 2, k_furthest, 1.0F, 0.01F) != 0)
      continue;
    if (confidence >= most) {
      most = confidence;
      best = angle;
    }
    if (most >= k_sure) break;
  }
  return static_cast<double>(-best);
}

PixPtr turned(const Pix& image, int degrees) {
  return PixPtr(pixRotateOrth(raw(image), degrees / 90));
}

PixPtr straightened(const Pix& image, double degrees) {
  const auto radians = static_cast<float>(-degrees * std::numbers::pi / 180);
  return PixPtr(pixRotate(raw(image), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

PixPtr sheared(const Pix& image, double degrees) {
  const auto radians = static_cast<float>(-degrees * std::numbers::pi / 180);
  return PixPtr(pixRotate(raw(image), radians, L_ROTATE_SHEAR, L_BRING_IN_WHITE, 0, 0));
}

PixPtr scaled(const Pix& image, double factor) {
  const auto by = static_cast<float>(factor);
  return PixPtr(pixScaleGeneral(raw(image), by, by, 0, 0));
}

PixPtr reduced(const Pix& image, double factor) {
  constexpr double k_far = 0.7;  // above it Leptonica interpolates, which is as quick
  if (factor >= k_far) return scaled(image, factor);
  const auto by = static_cast<float>(factor);
  return PixPtr(pixScaleSmooth(raw(image), by, by));
}

PixPtr scaled_and_sharpened(const Pix& image, double factor) {
  const auto by = static_cast<float>(factor);
  return PixPtr(pixScale(raw(image), by, by));
}

PixPtr shared(const Pix& image) {
  return PixPtr(pixClone(raw(image)));
}

PixPtr made_or(PixPtr made, const Pix& otherwise) {
  return made ? std::move(made) : shared(otherwise);
}

Box scaled_box(const Box& box, double factor, const Pix& scaled) {
  const auto down = [&](int value, int most) {
    return std::clamp(static_cast<int>(std::floor(value * factor)), 0, most);
  };
  const auto up = [&](int value, int most) { return std::clamp(static_cast<int>(std::ceil(value * factor)), 0, most); };
  const int width = width_of(scaled), height = height_of(scaled);
  return {down(box.x0, width), down(box.y0, height), up(box.x1, width), up(box.y1, height)};
}

PixPtr cropped(const Pix& image, const Box& box) {
  auto* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  PixPtr out(pixClipRectangle(raw(image), area, nullptr));
  boxDestroy(&area);
  return out;
}

double wide_to_tall(const Pix& ink) {
  constexpr int k_join = 7;       // pixels: letters become words, lines stay apart
  constexpr int k_least = 5;      // specks
  constexpr int k_thickest = 40;  // pictures, stamps
  constexpr int k_longest = 250;  // rules, frames
  constexpr double k_most = 1.5;
  const PixPtr words(pixCloseBrick(nullptr, raw(ink), k_join, k_join));
  if (!words) return 0;
  auto* boxes = pixConnCompBB(words.get(), 8);
  const int count = boxes == nullptr ? 0 : boxaGetCount(boxes);
  double sum = 0;
  double weight = 0;
  for (int i = 0; i < count; ++i) {
    int width = 0;
    int height = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &width, &height);
    const int longer = std::max(width, height);
    const int shorter = std::min(width, height);
    if (shorter < k_least || shorter > k_thickest || longer > k_longest) continue;
    sum += longer * std::clamp(std::log(static_cast<double>(width) / height), -k_most, k_most);
    weight += longer;
  }
  boxaDestroy(&boxes);
  return weight > 0 ? sum / weight : 0;
}

PixPtr with_contrast(const Pix& image) {
  constexpr int k_black = 40;
  constexpr int k_white = 190;  // even_background leaves paper at 200
  return PixPtr(pixGammaTRC(nullptr, raw(image), 1.0F, k_black, k_white));
}

std::vector<Box> components(const Pix& bits) {
  auto* boxes = pixConnCompBB(raw(bits), 8);
  const int count = boxes == nullptr ? 0 : boxaGetCount(boxes);
  std::vector<Box> out;
  out.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    out.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  return out;
}

bool has_contrast(const Pix& image, const Box& box, int least) {
  const auto* const data = pixGetData(raw(image));
  const auto words = pixGetWpl(raw(image));
  const int right = std::min(box.x1, width_of(image));
  const int bottom = std::min(box.y1, height_of(image));
  int dark = 255;
  int light = 0;
  for (int y = std::max(0, box.y0); y < bottom; ++y) {
    const auto* const row = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = std::max(0, box.x0); x < right; ++x) {
      const int value = GET_DATA_BYTE(row, x);
      dark = std::min(dark, value);
      light = std::max(light, value);
      if (light - dark >= least) return true;
    }
  }
  return false;
}

PixPtr lightest_around(const Pix& image, int reach) {
  const PixPtr light(pixDilateGray(raw(image), 2 * reach + 1, 2 * reach + 1));
  return light ? PixPtr(pixBlockconv(light.get(), reach, reach)) : nullptr;
}

std::string gray_rows(const Pix& image) {
  const int width = width_of(image);
  const int height = height_of(image);
  std::string out(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\0');
  const PixPtr bytes(pixEndianByteSwapNew(raw(image)));
  if (!bytes) throw std::bad_alloc();
  const auto* const data = pixGetData(bytes.get());
  const auto words = pixGetWpl(bytes.get());
  for (int y = 0; y < height; ++y)
    std::memcpy(out.data() + static_cast<std::ptrdiff_t>(y) * width, data + static_cast<std::ptrdiff_t>(y) * words,
                static_cast<std::size_t>(width));
  return out;
}

EncodedImage encoded(const Pix& image) {
  unsigned char* data = nullptr;
  std::size_t size = 0;
  EncodedImage out;
  if (black_and_white(image)) {
    const PixPtr bits(pixThresholdToBinary(raw(image), 128));
    if (bits) pixWriteMemPng(&data, &size, bits.get(), 0);
    out.media_type = "image/png";
  } else {
    pixWriteMemJpeg(&data, &size, raw(image), k_jpeg_quality, 0);
    out.media_type = "image/jpeg";
  }
  out.bytes.assign(reinterpret_cast<const char*>(data), size);  // leptonica gives bytes, a file is text to us
  std::free(data);  // NOLINT(cppcoreguidelines-no-malloc): leptonica allocates with malloc
  return out;
}

}  // namespace mizan::documents
