// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/layer_sample.hpp"

#include "documents/reader/image.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace mizan::documents {
namespace {

LayerNumber number(std::string text, std::vector<int> glyphs) {
  return {{0, 0, 10, 10}, 0, std::move(text), std::move(glyphs)};
}

TEST(LayerSample, LooksAtEveryGlyph) {
  std::vector<LayerNumber> numbers(50, number("1212", {1, 2}));
  numbers[31] = number("3", {3});
  numbers[47] = number("12", {1, 9});
  const auto some = sampled(numbers, 16);
  EXPECT_LE(some.size(), 6U) << "the same glyphs again tell nothing new";
  std::set<int> seen;
  for (const auto at : some) seen.insert(numbers[at].glyphs.begin(), numbers[at].glyphs.end());
  EXPECT_EQ(seen, (std::set{1, 2, 3, 9}));
  EXPECT_EQ(sampled(numbers, 16), some);
}

TEST(LayerSample, StaysWithinItsLimit) {
  std::vector<LayerNumber> numbers;
  for (int i = 0; i < 40; ++i) numbers.push_back(number("12", {2 * i, 2 * i + 1}));
  EXPECT_EQ(sampled(numbers, 16).size(), 16U);
  EXPECT_TRUE(sampled({}, 16).empty());
}

TEST(LayerSample, WhatHasNoContrastIsNotDrawn) {
  std::string rows(20 * 10, '\xFF');
  rows[5 * 20 + 15] = '\x10';
  const auto page = gray_image(rows.data(), 20, 10, 20, 150);
  ASSERT_TRUE(page);
  EXPECT_TRUE(is_drawn({10, 0, 20, 10}, *page));
  EXPECT_FALSE(is_drawn({0, 0, 10, 10}, *page));
  EXPECT_TRUE(is_drawn({13, 0, 13, 10}, *page)) << "a letter that its font gives no width";
  EXPECT_FALSE(is_drawn({30, 30, 40, 40}, *page)) << "off the sheet";
}

}  // namespace
}  // namespace mizan::documents
