// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of boxes with one character in each, as forms have them for codes and numbers.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// Four boxes or more of about the same size, side by side.
struct BoxedRow {
  Box box;                   ///< with its rules; pixels of the image that was given
  std::vector<Box> insides;  ///< of the boxes, from left to right
  bool crossed = false;      ///< a stamp or a signature goes over some: not all that is written can be trusted
};

/// Of an upright grey image with contrast, ruled lines and all; from top to bottom.
[[nodiscard]] std::vector<BoxedRow> boxed_rows(const Pix& image, double dpi);

/// What is written in the row's boxes as one line of ordinary print, without rules and with narrow gaps. Null where
/// nothing is written.
[[nodiscard]] PixPtr as_line(const Pix& image, const BoxedRow& row);

/// The image with the rows painted over: what is left is print like any other. As it was where memory is out.
[[nodiscard]] PixPtr without_rows(const Pix& image, const std::vector<BoxedRow>& rows);

}  // namespace mizan::documents
