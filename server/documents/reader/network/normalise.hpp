// SPDX-License-Identifier: GPL-3.0-or-later
// From a grey crop to what the network is given, as in training (ocr-models/numbers/normalise.py).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mizan::documents {

/// Eight bits a pixel, 0 black, without padding between rows. Borrowed.
struct GrayCrop {
  const std::uint8_t* pixels = nullptr;
  std::size_t width = 0, height = 0;
};

/// Rows of ink: 0 paper, about 1 full ink.
struct NormalisedCrop {
  std::size_t width = 0, height = 0;
  std::vector<float> ink;
};

/// The crop at the given height with its proportions kept (8 … 2048 columns, an even number: white is added), its grey
/// stretched between what is darker than 98 in 100 of its pixels and lighter than 90. Empty for an empty crop.
[[nodiscard]] NormalisedCrop normalised(const GrayCrop& crop, std::size_t height);

}  // namespace mizan::documents
