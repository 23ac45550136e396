// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/marks.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"
#include "documents/reader/leaders.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_ink = 200;                                 // darker is ink; paper is white
constexpr int k_least_letter = 5, k_greatest_letter = 60;  // pixels; others say nothing about the height of letters
constexpr int k_faint = 226;                               // what is no darker may be a Persian zero in faint print
constexpr int k_speck = 2;                                 // pixels, both ways

// In parts of the height of letters.
constexpr double k_dot = 0.4;
constexpr double k_seed = 0.45, k_tallest = 3.2, k_widest = 30;
constexpr double k_sparse = 0.35;  // share of ink in the box of a ring or a signature
constexpr double k_thin = 0.3, k_upright_rule = 1.7, k_level_rule = 3;  // what is left of a rule
constexpr double k_stroke = 0.15, k_sloping_rule = 10;                  // the same where it slopes: ink a column

// One threshold will do: the paper is even, and letters have been given contrast.
PixPtr darker(const Pix& image, int level) {
  return PixPtr(pixThresholdToBinary(const_cast<Pix*>(&image), level));
}

bool from_left(const Box& a, const Box& b) {
  return a.x0 != b.x0 ? a.x0 < b.x0 : a.y0 < b.y0;
}

std::vector<Box> connected(const Pix& ink) {
  auto out = components(ink);
  std::erase_if(out, [](const Box& box) { return box.width() < k_speck && box.height() < k_speck; });
  std::sort(out.begin(), out.end(), from_left);
  return out;
}

/// The median over the width that marks cover: specks are many and narrow, titles and emblems few and high.
int letter_height(const std::vector<Box>& marks) {
  std::map<int, std::int64_t> widths;
  std::int64_t all = 0;
  for (const auto& box : marks) {
    if (box.height() < k_least_letter || box.height() > k_greatest_letter || box.width() > 4 * box.height()) continue;
    widths[box.height()] += box.width();
    all += box.width();
  }
  std::int64_t below = 0;
  for (const auto& [height, width] : widths) {
    below += width;
    if (below * 2 >= all) return height;
  }
  return 0;
}

/// How much ink stands in a column of a box, on the average.
double thickness(const Box& box, const Pix& ink) {
  const auto part = cropped(ink, box);
  int count = 0;
  if (!part || pixCountPixels(part.get(), &count, nullptr) != 0) return box.height();
  return static_cast<double>(count) / box.width();
}

bool is_stroke(const Box& box, double letter, const Pix& ink) {
  return std::min(box.width(), box.height()) > k_tallest * letter && thickness(box, ink) < k_sparse * box.height();
}

bool is_of_rule(const Box& box, double letter, const Pix& ink) {
  const double thin = k_thin * letter;
  if (box.width() <= thin) return box.height() >= k_upright_rule * letter;
  if (box.height() <= thin) return box.width() >= k_level_rule * letter;
  return box.width() >= k_sloping_rule * letter && thickness(box, ink) <= k_stroke * letter;
}

/// Dots that are too faint to be ink, apart from all that is. `marks` from left to right.
std::vector<Box> faint_dots(const Pix& image, const std::vector<Box>& marks, double letter) {
  const auto faint = darker(image, k_faint);
  if (!faint) return {};
  auto out = connected(*faint);
  int widest = 0;
  for (const auto& mark : marks) widest = std::max(widest, mark.width());
  const auto is_ink = [&](const Box& dot) {
    auto mark =
        std::lower_bound(marks.begin(), marks.end(), dot.x0 - widest, [](const Box& m, int x) { return m.x0 < x; });
    for (; mark != marks.end() && mark->x0 < dot.x1; ++mark)
      if (mark->x1 > dot.x0 && mark->y0 < dot.y1 && mark->y1 > dot.y0) return true;
    return false;
  };
  std::erase_if(out, [&](const Box& dot) {
    return std::min(dot.width(), dot.height()) < k_speck || std::max(dot.width(), dot.height()) > k_dot * letter ||
           is_ink(dot);
  });
  return out;
}

}  // namespace

Marks marks_of(const Pix& image) {
  Marks out;
  auto ink = darker(image, k_ink);
  if (!ink) return out;
  const auto marks = connected(*ink);
  out.letter_height = letter_height(marks);
  if (out.letter_height == 0) return out;
  const double letter = out.letter_height;
  for (const auto& box : marks) {
    if (is_of_rule(box, letter, *ink)) continue;
    if (box.height() > k_tallest * letter || box.width() > k_widest * letter) {
      if (is_stroke(box, letter, *ink)) out.strokes.push_back(box);
    } else {
      (box.height() >= k_seed * letter ? out.letters : out.small).push_back(box);
    }
  }
  drop_leaders(out);
  out.faint = faint_dots(image, marks, letter);
  out.ink = std::move(ink);
  return out;
}

}  // namespace mizan::documents
