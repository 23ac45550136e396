// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/orientation.hpp"

#include "documents/reader/image.hpp"

#include <algorithm>
#include <array>

namespace mizan::documents {
namespace {

constexpr double k_dpi = 200;          // enough to tell letters, quick to read
constexpr double k_band_inches = 1.6;  // a few lines of text
constexpr double k_surely_across = 1.5;

/// What the recogniser makes of it: long words read with confidence count most.
double legibility(const Pix& image, Recogniser& recogniser) {
  double out = 0;
  for (const auto& word : recogniser.recognise(image, static_cast<int>(k_dpi), Layout::block))
    if (word.text.size() >= 6) out += static_cast<double>(word.text.size()) * std::max(0, word.confidence - 50);
  return out;
}

}  // namespace

int upright_rotation(const Pix& image, const Pix& ink, double dpi, Recogniser& recogniser) {
  const auto small = scaled(image, std::min(1.0, k_dpi / dpi));
  const auto small_ink = scaled(ink, std::min(1.0, k_dpi / dpi));
  if (!small || !small_ink) return 0;
  const double across = across_to_down(*small_ink);
  std::array candidates{0, 180, 90, 270};
  if (across < 1 / k_surely_across) candidates = {90, 270, 0, 180};
  const bool sure = across > k_surely_across || across < 1 / k_surely_across;
  int best = 0;
  double most = 0;
  for (std::size_t i = 0; i < (sure ? 2U : 4U); ++i) {
    const auto page = turned(*small, candidates[i]);
    const auto page_ink = turned(*small_ink, candidates[i]);
    if (!page || !page_ink) return 0;
    const auto band = cropped(*page, densest_band(*page_ink, static_cast<int>(k_band_inches * k_dpi)));
    const double score = band ? legibility(*band, recogniser) : 0;
    if (score > most) {
      most = score;
      best = candidates[i];
    }
  }
  return best;
}

}  // namespace mizan::documents
