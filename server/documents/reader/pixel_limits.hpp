// SPDX-License-Identifier: GPL-3.0-or-later
// How many pixels an image may have, asked before anything of it is decoded.
#pragma once

#include "documents/reader.hpp"

#include <cstdint>
#include <string>

namespace mizan::documents {

/// False where no scanner or camera makes such a size: the header lies.
[[nodiscard]] constexpr bool is_believable_size(std::uint64_t width, std::uint64_t height) noexcept {
  constexpr std::uint64_t k_side = 100'000;
  return width <= k_side && height <= k_side;
}

/// The limit that such an image hits after others of the document, or empty.
[[nodiscard]] inline std::string pixel_limit(std::uint64_t width, std::uint64_t height, std::uint64_t decoded_before,
                                             const ReadingLimits& limits) {
  constexpr std::uint64_t k_side = 30'000;
  if (width > k_side || height > k_side || width * height > limits.page_pixels) return "page_pixels";
  return decoded_before + width * height > limits.document_pixels ? "document_pixels" : "";
}

}  // namespace mizan::documents
