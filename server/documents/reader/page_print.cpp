// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/page_print.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "documents/reader/image.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::size_t k_most_words = 20;  // signs of a shop, and what is mistaken for print in a picture
constexpr int k_thumb = 320;              // pixels of the longer side
constexpr int k_samples = 32;             // of a view, either way
constexpr double k_edge = 0.06;           // of a side that views leave out: a crop, a frame
constexpr int k_least_side = 32;

// Paper: most of it is as light as the lightest.
constexpr double k_lightest = 0.97;  // of the pixels
constexpr int k_light_paper = 180, k_paper_margin = 40;
constexpr double k_least_ink = 0.08;   // of a row or column that belongs to the picture on a sheet
constexpr double k_most_paper = 0.6;   // of the picture
constexpr double k_near_paper = 0.85;  // of the lightest
// A photographed sheet is unevenly lit: there most pixels are nearly as light as the lightest around them.
constexpr int k_around = 15;  // pixels of the thumb
constexpr double k_most_sheet = 0.54, k_near_sheet = 0.8;
// So many frequencies must stand out by so much, or their signs are noise.
constexpr std::size_t k_least_frequencies = 40;
constexpr double k_least_strength = 20;

struct Thumb {
  int width = 0, height = 0;
  std::string rows;
  [[nodiscard]] int at(int x, int y) const {
    return static_cast<unsigned char>(
        rows[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]);
  }
};

using Frequencies = std::array<double, static_cast<std::size_t>(k_picture_side) * k_picture_side>;

Thumb thumb_of(const Pix& image) {
  return {width_of(image), height_of(image), gray_rows(image)};
}

int lightest(const Thumb& thumb) {
  std::array<std::size_t, 256> counts{};
  for (const char pixel : thumb.rows) ++counts[static_cast<unsigned char>(pixel)];
  auto left = static_cast<std::size_t>((1 - k_lightest) * static_cast<double>(thumb.rows.size()));
  int level = 255;
  while (level > 0 && left >= counts[static_cast<std::size_t>(level)])
    left -= counts[static_cast<std::size_t>(level--)];
  return level;
}

/// From the first to behind the last of `length` lines that have enough ink.
template <class Ink>
std::pair<int, int> inked(int length, Ink&& share) {
  int first = 0;
  int last = length;
  while (first < last && share(first) < k_least_ink) ++first;
  while (last > first && share(last - 1) < k_least_ink) --last;
  return {first, last};
}

/// Where a picture stands on a sheet of paper; the whole of one that fills its image.
Box picture_on(const Thumb& thumb, int paper) {
  const Box whole{0, 0, thumb.width, thumb.height};
  if (paper < k_light_paper) return whole;
  const auto is_ink = [&](int x, int y) { return thumb.at(x, y) < paper - k_paper_margin ? 1 : 0; };
  const auto [top, bottom] = inked(thumb.height, [&](int y) {
    int count = 0;
    for (int x = 0; x < thumb.width; ++x) count += is_ink(x, y);
    return static_cast<double>(count) / thumb.width;
  });
  const auto [left, right] = inked(thumb.width, [&](int x) {
    int count = 0;
    for (int y = 0; y < thumb.height; ++y) count += is_ink(x, y);
    return static_cast<double>(count) / thumb.height;
  });
  const Box box{left, top, right, bottom};
  return box.width() < k_least_side || box.height() < k_least_side ? whole : box;
}

double paper_share(const Thumb& thumb, const Box& box, int paper) {
  const int light = static_cast<int>(k_near_paper * paper);
  int count = 0;
  for (int y = box.y0; y < box.y1; ++y)
    for (int x = box.x0; x < box.x1; ++x) count += thumb.at(x, y) >= light ? 1 : 0;
  return static_cast<double>(count) / (static_cast<double>(box.width()) * box.height());
}

bool is_sheet(const Pix& small, const Thumb& thumb, const Box& box) {
  const auto light = lightest_around(small, k_around);
  if (!light) return true;
  const auto around = thumb_of(*light);
  int near = 0;
  for (int y = box.y0; y < box.y1; ++y)
    for (int x = box.x0; x < box.x1; ++x) near += thumb.at(x, y) >= k_near_sheet * around.at(x, y) ? 1 : 0;
  return near > k_most_sheet * box.width() * box.height();
}

/// The mean of each of k_samples × k_samples cells of the box.
std::vector<double> samples_of(const Thumb& thumb, const Box& box) {
  std::vector<double> out;
  out.reserve(static_cast<std::size_t>(k_samples) * k_samples);
  for (int row = 0; row < k_samples; ++row)
    for (int column = 0; column < k_samples; ++column) {
      const int x0 = box.x0 + box.width() * column / k_samples;
      const int y0 = box.y0 + box.height() * row / k_samples;
      const int x1 = std::max(x0 + 1, box.x0 + box.width() * (column + 1) / k_samples);
      const int y1 = std::max(y0 + 1, box.y0 + box.height() * (row + 1) / k_samples);
      int sum = 0;
      for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) sum += thumb.at(x, y);
      out.push_back(static_cast<double>(sum) / ((x1 - x0) * (y1 - y0)));
    }
  return out;
}

/// The lowest frequencies of the orthonormal discrete cosine transform, row by row.
Frequencies frequencies_of(const std::vector<double>& samples) {
  static const auto waves = [] {
    std::array<std::array<double, k_samples>, k_picture_side> out{};
    for (int wave = 0; wave < k_picture_side; ++wave)
      for (int i = 0; i < k_samples; ++i)
        out[static_cast<std::size_t>(wave)][static_cast<std::size_t>(i)] =
            std::sqrt((wave == 0 ? 1.0 : 2.0) / k_samples) * std::cos(std::numbers::pi * wave * (i + 0.5) / k_samples);
    return out;
  }();
  std::array<std::array<double, k_samples>, k_picture_side> across{};  // [wave across][row of samples]
  for (std::size_t wave = 0; wave < k_picture_side; ++wave)
    for (std::size_t row = 0; row < k_samples; ++row)
      for (std::size_t i = 0; i < k_samples; ++i) across[wave][row] += waves[wave][i] * samples[row * k_samples + i];
  Frequencies out{};
  for (std::size_t down = 0; down < k_picture_side; ++down)
    for (std::size_t wave = 0; wave < k_picture_side; ++wave)
      for (std::size_t i = 0; i < k_samples; ++i) out[down * k_picture_side + wave] += waves[down][i] * across[wave][i];
  return out;
}

bool says_enough(const Frequencies& frequencies) {
  const auto strong = std::count_if(frequencies.begin() + 1, frequencies.end(),
                                    [](double one) { return std::abs(one) > k_least_strength; });
  return static_cast<std::size_t>(strong) > k_least_frequencies;
}

PictureBits bits_of(const Frequencies& frequencies) {
  std::vector<double> sorted(frequencies.begin() + 1, frequencies.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  PictureBits bits;
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = frequencies[i + 1] > *middle;
  return bits;
}

Box without(const Box& box, double left, double top, double right, double bottom) {
  const auto part = [](int length, double share) { return static_cast<int>(std::lround(length * share)); };
  return {box.x0 + part(box.width(), left), box.y0 + part(box.height(), top), box.x1 - part(box.width(), right),
          box.y1 - part(box.height(), bottom)};
}

void add(const std::string& digits, std::set<PrintedNumber>& numbers) {
  if (const auto number = printed_number(digits)) numbers.insert(*number);
}

/// Digits in boxes of their own come as words of one digit.
void add_line(const Line& line, const Page& page, std::set<PrintedNumber>& numbers) {
  std::vector<std::pair<int, std::string>> single;  // by place: numbers run from left to right
  const auto join = [&] {
    std::sort(single.begin(), single.end());
    std::string digits;
    for (const auto& [place, digit] : single) digits += digit;
    add(digits, numbers);
    single.clear();
  };
  for (const int index : line.words) {
    const auto& word = page.words[static_cast<std::size_t>(index)];
    const auto digits = persian::digits_of(word.text());
    if (digits.size() == 1 && persian::decode(word.text()).size() == 1) {
      single.emplace_back(word.box.x0, digits);
      continue;
    }
    join();
    add(digits, numbers);
  }
  join();
}

}  // namespace

std::vector<PictureBits> picture_views(const Pix& pixels) {
  const double factor = std::min(1.0, 1.0 * k_thumb / std::max(width_of(pixels), height_of(pixels)));
  const auto small = made_or(scaled(pixels, factor), pixels);
  const auto thumb = thumb_of(*small);
  const int paper = lightest(thumb);
  const auto box = picture_on(thumb, paper);
  if (box.width() < k_least_side || box.height() < k_least_side) return {};
  if (paper_share(thumb, box, paper) > k_most_paper || is_sheet(*small, thumb, box)) return {};
  constexpr double k_two = 2 * k_edge;
  const std::array<Box, PagePrint::k_views> views{box,
                                                  without(box, k_edge, k_edge, k_edge, k_edge),
                                                  without(box, 0, 0, k_two, k_two),
                                                  without(box, k_two, 0, 0, k_two),
                                                  without(box, 0, k_two, k_two, 0),
                                                  without(box, k_two, k_two, 0, 0)};
  std::vector<PictureBits> out;
  for (const auto& view : views) {
    const auto frequencies = frequencies_of(samples_of(thumb, view));
    if (out.empty() && !says_enough(frequencies)) return {};
    out.push_back(bits_of(frequencies));
  }
  return out;
}

PagePrint page_print(const Page& page, const Pix* pixels) {
  std::set<PrintedNumber> numbers;
  for (const auto& line : page.lines) add_line(line, page, numbers);
  PagePrint print;
  print.numbers.assign(numbers.begin(), numbers.end());
  if (print.numbers.size() > PagePrint::k_most_numbers) print.numbers.resize(PagePrint::k_most_numbers);
  if (pixels != nullptr && page.words.size() <= k_most_words) print.views = picture_views(*pixels);
  return print;
}

}  // namespace mizan::documents
