// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/layer_sample.hpp"

#include "documents/reader/image.hpp"
#include "verification/likelihood/likelihood.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_looks = 2;             // at every glyph
constexpr std::size_t k_longest = 14;  // digits; longer ones cost more than they tell
// Log likelihoods: ratios of the layer's number to what is read, and what is read a digit. Measured in
// server/docs/decisions/0051-a-text-layer-is-held-against-the-pixels.md.
constexpr double k_unlikely = -6, k_sure = -0.15;
constexpr double k_most_unlikely = -9, k_certain = -0.03;
constexpr double k_impossible = -20;            // where the lengths differ, too
constexpr std::size_t k_telling = 3;            // digits
constexpr int k_enough = 2;                     // contradictions that need not be beyond doubt
constexpr int k_least_contrast = 16;            // grey levels that can be seen
constexpr double k_ink = 0.4;                   // of the way from paper to the darkest ink
constexpr double k_rule = 0.9;                  // share of a row's pixels that makes it a ruled line
constexpr double k_aside = 0.6, k_above = 0.2;  // room around the digits, in their height

/// Rows of grey with the paper light, whatever it was.
struct Ink {
  int width = 0, height = 0;
  std::vector<std::uint8_t> gray;
  int paper = 255, darkest = 255;

  [[nodiscard]] int at(int x, int y) const {
    return gray[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
  [[nodiscard]] bool is_ink(int x, int y) const { return at(x, y) < paper - k_ink * (paper - darkest); }
  void clear_row(int y) {
    const auto from = gray.begin() + static_cast<std::ptrdiff_t>(y) * width;
    std::fill(from, from + width, static_cast<std::uint8_t>(paper));
  }
};

std::optional<Ink> ink_in(const Box& box, int turn, const Pix& page) {
  const Box inside{std::max(0, box.x0), std::max(0, box.y0), std::min(width_of(page), box.x1),
                   std::min(height_of(page), box.y1)};
  if (inside.empty()) return std::nullopt;
  auto crop = cropped(page, inside);
  if (crop && turn != 0) crop = turned(*crop, (4 - turn) * 90);
  if (!crop) return std::nullopt;
  Ink out;
  out.width = width_of(*crop);
  out.height = height_of(*crop);
  const auto rows = gray_rows(*crop);
  out.gray.assign(rows.begin(), rows.end());
  auto ordered = out.gray;
  const auto half = ordered.begin() + static_cast<std::ptrdiff_t>(ordered.size() / 2);
  std::nth_element(ordered.begin(), half, ordered.end());
  const int middle = *half;
  const auto [dark, light] = std::minmax_element(out.gray.begin(), out.gray.end());
  const int darkest = *dark, lightest = *light;
  if (middle - darkest < lightest - middle) {  // light digits on a dark ground
    for (auto& value : out.gray) value = static_cast<std::uint8_t>(255 - value);
    out.paper = 255 - middle;
    out.darkest = 255 - lightest;
  } else {
    out.paper = middle;
    out.darkest = darkest;
  }
  return out;
}

/// Close around the digits, with the room that the recogniser was trained with, and nothing of what stands beside them.
std::optional<Ink> close_crop(Ink ink) {
  int top = ink.height, bottom = 0;
  for (int y = 0; y < ink.height; ++y) {
    int dark = 0;
    for (int x = 0; x < ink.width; ++x) dark += ink.is_ink(x, y) ? 1 : 0;
    if (dark > k_rule * ink.width && ink.width > 2 * ink.height) {
      ink.clear_row(y);
      continue;
    }
    if (dark == 0) continue;
    top = std::min(top, y);
    bottom = std::max(bottom, y + 1);
  }
  if (top >= bottom) return std::nullopt;
  const int height = bottom - top;
  const int aside = std::max(1, static_cast<int>(std::lround(k_aside * height)));
  const int above = std::max(1, static_cast<int>(std::lround(k_above * height)));
  Ink out;
  out.width = ink.width + 2 * aside;
  out.height = height + 2 * above;
  out.paper = ink.paper;
  out.darkest = ink.darkest;
  out.gray.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height),
                  static_cast<std::uint8_t>(ink.paper));
  for (int y = 0; y < height; ++y) {
    const auto from = ink.gray.begin() + static_cast<std::ptrdiff_t>(top + y) * ink.width;
    std::copy(from, from + ink.width, out.gray.begin() + static_cast<std::ptrdiff_t>(above + y) * out.width + aside);
  }
  return out;
}

/// A hard typeface, a turned stamp or a line through the digits lose digits or leave the recogniser in doubt; it hardly
/// ever reads as many others and is sure of them.
bool contradicts(const LayerNumber& number, const LayerOpinion& opinion) {
  if (number.text.size() == opinion.read.size()) return opinion.ratio <= k_unlikely && opinion.sureness >= k_sure;
  return opinion.read.size() >= k_telling && opinion.ratio <= k_impossible && opinion.sureness >= k_certain;
}

bool is_beyond_doubt(const LayerNumber& number, const LayerOpinion& opinion) {
  return number.text.size() > 1 && opinion.ratio <= k_most_unlikely && opinion.sureness >= k_certain;
}

}  // namespace

std::vector<std::size_t> sampled(const std::vector<LayerNumber>& numbers, std::size_t most) {
  std::map<int, int> looks;
  std::vector<bool> taken(numbers.size(), false);
  std::vector<std::size_t> out;
  while (out.size() < most) {
    std::size_t best = numbers.size();
    double best_worth = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (taken[i] || numbers[i].text.size() > k_longest) continue;
      double worth = 0;  // a glyph never seen counts for many that were seen once; of equals, the shorter costs less
      for (const int glyph : numbers[i].glyphs) {
        const int seen = looks[glyph];
        worth += seen == 0 ? 8 : seen < k_looks ? 1 : 0;
      }
      if (worth > 0) worth -= 0.01 * static_cast<double>(numbers[i].text.size());
      if (worth <= best_worth) continue;
      best_worth = worth;
      best = i;
    }
    if (best == numbers.size()) break;
    taken[best] = true;
    out.push_back(best);
    for (const int glyph : numbers[best].glyphs) ++looks[glyph];
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<LayerOpinion> opinion_on(const LayerNumber& number, const Pix& page, const LineRecogniser& recogniser) {
  auto ink = ink_in(number.box, number.turn, page);
  if (!ink || ink->paper - ink->darkest < k_least_contrast) return std::nullopt;
  const auto crop = close_crop(std::move(*ink));
  if (!crop) return std::nullopt;
  const auto steps = recogniser.read(
      {crop->gray.data(), static_cast<std::size_t>(crop->width), static_cast<std::size_t>(crop->height)});
  const verification::Classes classes(recogniser.alphabet(), verification::Separators::ignored);
  const auto judgement = verification::judged(verification::folded(steps, classes), classes, number.text);
  if (!judgement) return std::nullopt;
  return LayerOpinion{judgement->ratio, judgement->per_step, judgement->best};
}

std::optional<Contradiction> contradiction_in(const std::vector<LayerNumber>& numbers, const Pix& page,
                                              const LineRecogniser& recogniser, std::size_t most) {
  std::optional<Contradiction> clearest;
  double least = 0;
  int clear = 0;
  bool beyond_doubt = false;
  for (const auto at : sampled(numbers, most)) {
    const auto opinion = opinion_on(numbers[at], page, recogniser);
    if (!opinion || !contradicts(numbers[at], *opinion)) continue;
    ++clear;
    beyond_doubt = beyond_doubt || is_beyond_doubt(numbers[at], *opinion);
    if (opinion->ratio >= least) continue;
    least = opinion->ratio;
    clearest = Contradiction{numbers[at].text, opinion->read};
  }
  if (clear < k_enough && !beyond_doubt) return std::nullopt;
  return clearest;
}

bool is_drawn(const Box& box, const Pix& page) {
  // Some fonts give letters no width of their own; their ink is somewhere about.
  const int room = std::max(1, box.width() * 4 < box.height() ? box.height() / 2 : 0);
  return has_contrast(page, {box.x0 - room, box.y0 - 1, box.x1 + room, box.y1 + 1}, k_least_contrast);
}

}  // namespace mizan::documents
