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

struct ByteKernel {
  /// Each output's weighted sum of the taps' first `columns` columns (a multiple of k_columns): exact, the same
  /// whichever kernel makes it.
  void (*sums)(const std::vector<ByteTap>& taps, const std::array<std::int32_t*, k_group>& outputs,
               std::size_t columns);

  /// What sums are worth: each times `factor`, and `bias`.
  void (*valued)(const std::int32_t* sums, float factor, float bias, float* out, std::size_t columns);

  /// The largest of values none of which is below 0.
  float (*largest)(const float* values, std::size_t count);

  /// k_together channels, the first values of which lie `apart` from each other, as `count` columns of bytes: each
  /// value times `levels`, rounded.
  void (*packed)(const float* channels, std::size_t apart, float levels, std::uint32_t* out, std::size_t count);
};

[[nodiscard]] ByteKernel plain_byte_kernel();
#if defined(__x86_64__)
[[nodiscard]] ByteKernel avx2_byte_kernel();
/// With the vector neural network instructions.
[[nodiscard]] ByteKernel avx512_byte_kernel();
#endif

}  // namespace mizan::documents
