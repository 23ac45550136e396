// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a page is, how far it slopes, and what is printed on it then.
#pragma once

#include "documents/reader/print.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/sheet.hpp"

#include <vector>

namespace mizan::documents {

struct UprightImage {
  int rotation = 0;  ///< degrees clockwise that were applied
  double skew = 0;   ///< degrees that were then taken out
  Sheet sheet;
  Sheet dark;   ///< the same, all letters darker than what they stand on
  Print print;  ///< of `dark`
  std::vector<Word>
      words;  ///< of the general recogniser, boxes in pixels of `sheet.sharp`; empty where it was not asked
};

/// The ink of the page small enough that letters of a line hang together: tells whether there is any and, by
/// `wide_to_tall` (image.hpp), whether the page lies on its side. Nothing where memory is out.
[[nodiscard]] PixPtr ink_for_direction(const Sheet& sheet);

/// `across` is the wide_to_tall of its ink: whether the page lies on its side. Then our own recogniser of text tries
/// some of them, and only where they are not legible the other way up too. Where that decides nothing, the general
/// recognisers read a few of those lines each way up: the first that is legible in Persian or in Latin letters wins,
/// else the most legible one. Of coarse sources the general recogniser reads the whole page, once it is upright.
[[nodiscard]] UprightImage set_upright(const Sheet& sheet, double across, Recognisers& recognisers);

}  // namespace mizan::documents
