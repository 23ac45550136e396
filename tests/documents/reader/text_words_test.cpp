// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/text_words.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

/// A piece of ten steps, four pixels each, at x = 100 … 140; step i says symbol 1 + i.
PieceReading ten_steps() {
  PieceReading out;
  out.crop = {100, 50, 140, 70};
  out.piece.box = out.crop;
  out.pixels_per_step = 4;
  out.steps.count = 10;
  out.steps.symbols = 11;
  out.steps.logs.assign(110, -9);
  for (std::size_t step = 0; step < 10; ++step) out.steps.logs[step * 11 + step + 1] = 0;
  return out;
}

/// The symbols of packed steps.
std::vector<std::size_t> said(const Word& word) {
  const auto steps = verification::unpacked(word.text_steps);
  std::vector<std::size_t> out;
  for (std::size_t step = 0; steps && step < steps->count; ++step)
    for (std::size_t symbol = 0; symbol < steps->symbols; ++symbol)
      if (steps->at(step)[symbol] > -1) out.push_back(symbol);
  return out;
}

Word word(int x0, int x1) {
  return {{x0, 50, x1, 70}, {{"کلمه", 90, "tesseract:fas"}}};
}

TEST(GiveSteps, PartsThePieceInTheMiddleOfTheGaps) {
  std::vector<Word> words{word(126, 138), word(102, 114)};
  give_steps(words, ten_steps());
  EXPECT_EQ(said(words[1]), (std::vector<std::size_t>{1, 2, 3, 4, 5}));
  EXPECT_EQ(said(words[0]), (std::vector<std::size_t>{6, 7, 8, 9, 10}));
}

TEST(GiveSteps, BoxesThatOverlapOrReachBeyondThePieceLeaveNoStepOutAndNoneTwice) {
  std::vector<Word> words{word(80, 130), word(90, 110), word(150, 190)};
  give_steps(words, ten_steps());
  std::size_t all = 0;
  for (const auto& each : words) all += said(each).size();
  EXPECT_EQ(all, 10);
}

}  // namespace
}  // namespace mizan::documents
