// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loop of a convolution of bytes: a quarter of the time that numbers take (decision 71).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "documents/reader/network/weights.hpp"

namespace mizan::documents {

/// A row, shifted by its place in the kernel: each column holds k_together channels, for each of which every output has
/// a weight.
struct ByteTap {
  const std::uint32_t* row = nullptr;    ///< channel by channel from the lowest byte, 0 … k_most_byte
  const std::int8_t* weights = nullptr;  ///< k_group × k_together
};

/// Each output's weighted sum of the taps' first `columns` columns (a multiple of k_columns): exact, the same whichever
/// kernel makes it.
using ByteSums = void (*)(const std::vector<ByteTap>& taps, const std::array<std::int32_t*, k_group>& outputs,
                          std::size_t columns);

[[nodiscard]] ByteSums plain_byte_sums();
#if defined(__x86_64__)
[[nodiscard]] ByteSums avx2_byte_sums();
/// With the vector neural network instructions.
[[nodiscard]] ByteSums avx512_byte_sums();
#endif

}  // namespace mizan::documents
