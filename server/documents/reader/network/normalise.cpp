// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/normalise.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mizan::documents {
namespace {

constexpr std::size_t k_least_width = 8, k_most_width = 2048;
constexpr double k_dark_share = 0.02, k_light_share = 0.90;
constexpr int k_least_contrast = 20;

/// The source pixels that make one target pixel, and their shares.
struct Blend {
  std::size_t first = 0;
  std::vector<float> shares;
};

/// A triangle as wide as two source or two target pixels, whichever is larger: interpolates when enlarging, averages
/// when reducing.
std::vector<Blend> blends(std::size_t from, std::size_t to) {
  const double scale = static_cast<double>(from) / static_cast<double>(to);
  const double reach = std::max(1.0, scale);
  std::vector<Blend> out(to);
  for (std::size_t target = 0; target < to; ++target) {
    const double middle = (static_cast<double>(target) + 0.5) * scale;
    const auto bound = [&](double at) {
      return static_cast<std::size_t>(std::clamp(std::floor(at + 0.5), 0.0, static_cast<double>(from)));
    };
    auto& blend = out[target];
    blend.first = bound(middle - reach);
    const std::size_t last = std::max(blend.first + 1, bound(middle + reach));
    double sum = 0;
    std::vector<double> shares;
    for (std::size_t source = blend.first; source < last; ++source) {
      const double distance = std::abs(static_cast<double>(source) + 0.5 - middle) / reach;
      shares.push_back(std::max(0.0, 1 - distance));
      sum += shares.back();
    }
    for (const double share : shares) blend.shares.push_back(static_cast<float>(sum > 0 ? share / sum : 1));
  }
  return out;
}

struct GreyRange {
  int dark = 0, light = 255;
};

GreyRange grey_range(const GrayCrop& crop) {
  std::array<std::size_t, 256> counts{};
  const std::size_t size = crop.width * crop.height;
  for (std::size_t i = 0; i < size; ++i) ++counts[crop.pixels[i]];
  const auto level = [&](double share) {
    const double wanted = share * static_cast<double>(size);
    std::size_t sum = 0;
    int at = 0;
    while (at < 255 && static_cast<double>(sum += counts[static_cast<std::size_t>(at)]) < wanted) ++at;
    return at;
  };
  return {level(k_dark_share), level(k_light_share)};
}

}  // namespace

NormalisedCrop normalised(const GrayCrop& crop, std::size_t height) {
  NormalisedCrop out;
  if (crop.pixels == nullptr || crop.width == 0 || crop.height == 0) return out;
  const std::size_t wanted = (2 * crop.width * height + crop.height) / (2 * crop.height);
  const std::size_t columns = std::clamp(wanted, k_least_width, k_most_width);
  out.height = height;
  out.width = columns + columns % 2;
  out.ink.assign(out.width * height, 0);

  const auto across = blends(crop.width, columns);
  std::vector<float> narrowed(crop.height * columns);
  for (std::size_t row = 0; row < crop.height; ++row) {
    const auto* source = crop.pixels + row * crop.width;
    for (std::size_t column = 0; column < columns; ++column) {
      const auto& blend = across[column];
      float sum = 0;
      for (std::size_t i = 0; i < blend.shares.size(); ++i)
        sum += blend.shares[i] * static_cast<float>(source[blend.first + i]);
      narrowed[row * columns + column] = sum;
    }
  }
  const auto range = grey_range(crop);
  const float scale = 1.0F / static_cast<float>(std::max(k_least_contrast, range.light - range.dark));
  const auto down = blends(crop.height, height);
  for (std::size_t row = 0; row < height; ++row) {
    float* target = &out.ink[row * out.width];
    for (std::size_t i = 0; i < down[row].shares.size(); ++i) {
      const float share = down[row].shares[i];
      const float* source = &narrowed[(down[row].first + i) * columns];
      for (std::size_t column = 0; column < columns; ++column) target[column] += share * source[column];
    }
    for (std::size_t column = 0; column < columns; ++column)
      target[column] = std::clamp((static_cast<float>(range.light) - target[column]) * scale, -0.3F, 1.3F);
  }
  return out;
}

}  // namespace mizan::documents
