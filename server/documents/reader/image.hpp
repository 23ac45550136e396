// SPDX-License-Identifier: GPL-3.0-or-later
// Operations on grey page images: make, measure, straighten, encode.
#pragma once

#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <string>
#include <vector>

namespace mizan::documents {

// All images are 8 bits grey, 0 black, unless said otherwise. A null result means that memory ran out or the image is
// degenerate; callers keep what they had.

[[nodiscard]] PixPtr gray_image(const char* rows, int width, int height, int bytes_per_row, int dpi);

[[nodiscard]] int width_of(const Pix& image) noexcept;
[[nodiscard]] int height_of(const Pix& image) noexcept;

/// The level of paper after `even_background`.
inline constexpr int k_paper_level = 200;

/// The paper white and even, whatever the light was. Wide dark bands are none, also where they are only grey.
[[nodiscard]] PixPtr even_background(const Pix& image);

/// 1 bit: what is darker than its surroundings.
[[nodiscard]] PixPtr ink(const Pix& image);

/// The share of ink in the image, 0…1, of a 1-bit image.
[[nodiscard]] double ink_share(const Pix& ink);

/// Degrees clockwise by which lines slope, up to ten, in an image of about 150 dpi; nothing trustworthy is 0.
[[nodiscard]] double skew_of(const Pix& image);

/// Turned clockwise by 0, 90, 180 or 270 degrees.
[[nodiscard]] PixPtr turned(const Pix& image, int degrees);

/// Turned counter-clockwise by a small angle, corners filled white.
[[nodiscard]] PixPtr straightened(const Pix& image, double degrees);

/// The same by shears of whole pixels, in a tenth of the time: good enough to find print in, not to read it.
[[nodiscard]] PixPtr sheared(const Pix& image, double degrees);

[[nodiscard]] PixPtr scaled(const Pix& image, double factor);

/// The same in a third of the time where it gets much smaller: for eyes, and for what is large.
[[nodiscard]] PixPtr reduced(const Pix& image, double factor);

/// The same for recognition: scaling softens the edges of strokes, this restores them.
[[nodiscard]] PixPtr scaled_and_sharpened(const Pix& image, double factor);

/// The same image once more, its pixels shared: nothing here writes into an image that it was given.
[[nodiscard]] PixPtr shared(const Pix& image);

/// What was made of an image, or the image itself where memory did not suffice for that.
[[nodiscard]] PixPtr made_or(PixPtr made, const Pix& otherwise);

/// Where a box of an image lies in the same image scaled by `factor` to so many pixels; not smaller for being rounded.
[[nodiscard]] Box scaled_box(const Box& box, double factor, const Pix& scaled);

/// The part of an image inside the box.
[[nodiscard]] PixPtr cropped(const Pix& image, const Box& box);

/// How much wider than tall words are in a 1-bit image of about 100 dpi: above 0 lines of text run across, below 0
/// down; beyond 0.4 either way it is sure. Unlike sums over rows this bears skew, frames and the edge of a table under
/// the sheet.
[[nodiscard]] double wide_to_tall(const Pix& ink);

/// Grey paper made white, grey ink made black.
[[nodiscard]] PixPtr with_contrast(const Pix& image);

/// The boxes of what hangs together in a 1-bit image, corners included.
[[nodiscard]] std::vector<Box> components(const Pix& bits);

/// True when two pixels in the box are at least `least` levels of grey apart.
[[nodiscard]] bool has_contrast(const Pix& image, const Box& box, int least);

/// Each pixel as light as the lightest within `reach` pixels of it, smoothed.
[[nodiscard]] PixPtr lightest_around(const Pix& image, int reach);

/// The pixels row by row, without padding.
[[nodiscard]] std::string gray_rows(const Pix& image);

/// A complete JPEG file, or a PNG file of an image that is black and white.
struct EncodedImage {
  std::string media_type, bytes;
};
[[nodiscard]] EncodedImage encoded(const Pix& image);

}  // namespace mizan::documents
