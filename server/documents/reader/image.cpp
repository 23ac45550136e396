// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <vector>

namespace mizan::documents {
namespace {

constexpr int k_jpeg_quality = 60;

// Leptonica takes images it only reads as non-const.
Pix* raw(const Pix& image) { return const_cast<Pix*>(&image); }

/// Sum of squared differences of neighbouring row (or column) sums: large where lines of text alternate with gaps.
double alternation(const std::vector<double>& sums) {
  double out = 0;
  for (std::size_t i = 1; i < sums.size(); ++i) out += (sums[i] - sums[i - 1]) * (sums[i] - sums[i - 1]);
  return out;
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

std::vector<double> row_sums(const Pix& ink) { return values(pixCountPixelsByRow(raw(ink), nullptr)); }
std::vector<double> column_sums(const Pix& ink) { return values(pixCountPixelsByColumn(raw(ink))); }

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

}  // namespace

void PixDeleter::operator()(Pix* pix) const noexcept { pixDestroy(&pix); }

PixPtr gray_image(const char* rows, int width, int height, int bytes_per_row, int dpi) {
  PixPtr out(pixCreateNoInit(width, height, 8));
  if (!out) return out;
  auto* const data = pixGetData(out.get());
  const auto words = pixGetWpl(out.get());
  for (int y = 0; y < height; ++y) {
    const auto* const from = rows + static_cast<std::ptrdiff_t>(y) * bytes_per_row;
    auto* const to = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < width; ++x) SET_DATA_BYTE(to, x, static_cast<unsigned char>(from[x]));
  }
  pixSetResolution(out.get(), dpi, dpi);
  return out;
}

int width_of(const Pix& image) noexcept { return pixGetWidth(raw(image)); }
int height_of(const Pix& image) noexcept { return pixGetHeight(raw(image)); }

PixPtr even_background(const Pix& image) { return PixPtr(pixBackgroundNormSimple(raw(image), nullptr, nullptr)); }

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

double skew_of(const Pix& ink) {
  constexpr float k_least_confidence = 2.5F;
  float angle = 0;
  float confidence = 0;
  if (pixFindSkewSweepAndSearch(raw(ink), &angle, &confidence, 4, 2, 10.0F, 1.0F, 0.01F) != 0) return 0;
  return confidence >= k_least_confidence ? static_cast<double>(-angle) : 0;
}

PixPtr turned(const Pix& image, int degrees) { return PixPtr(pixRotateOrth(raw(image), degrees / 90)); }

PixPtr straightened(const Pix& image, double degrees) {
  const auto radians = static_cast<float>(-degrees * std::numbers::pi / 180);
  return PixPtr(pixRotate(raw(image), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

PixPtr scaled(const Pix& image, double factor) {
  const auto by = static_cast<float>(factor);
  return PixPtr(pixScale(raw(image), by, by));
}

PixPtr cropped(const Pix& image, const Box& box) {
  auto* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  PixPtr out(pixClipRectangle(raw(image), area, nullptr));
  boxDestroy(&area);
  return out;
}

double across_to_down(const Pix& ink) {
  const double down = alternation(column_sums(ink));
  return down > 0 ? alternation(row_sums(ink)) / down : 1;
}

mizan::Box densest_band(const Pix& ink, int height) {
  const auto sums = row_sums(ink);
  const auto rows = static_cast<int>(sums.size());
  height = std::min(height, rows);
  double now = 0;
  for (int y = 0; y < height; ++y) now += sums[static_cast<std::size_t>(y)];
  double best = now;
  int top = 0;
  for (int y = height; y < rows; ++y) {
    now += sums[static_cast<std::size_t>(y)] - sums[static_cast<std::size_t>(y - height)];
    if (now > best) {
      best = now;
      top = y - height + 1;
    }
  }
  return {0, top, width_of(ink), top + height};
}

std::string gray_rows(const Pix& image) {
  const int width = width_of(image);
  const int height = height_of(image);
  std::string out;
  out.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const auto* const data = pixGetData(raw(image));
  const auto words = pixGetWpl(raw(image));
  for (int y = 0; y < height; ++y) {
    const auto* const row = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < width; ++x) out += static_cast<char>(GET_DATA_BYTE(row, x));
  }
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
