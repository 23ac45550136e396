// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loop of every convolution: outputs are weighted sums of shifted rows.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "documents/reader/network/byte_kernel.hpp"
#include "documents/reader/network/weights.hpp"

namespace mizan::documents {

/// A row, shifted by its place in the kernel, and the k_group weights it has, one for each output.
struct Tap {
  const float* row = nullptr;
  const float* weights = nullptr;
};

/// Adds, to each of k_group outputs' biases, its weighted sum of the taps' first `columns` columns (a multiple of
/// k_columns).
using WeightedSums = void (*)(const std::vector<Tap>& taps, const float* bias,
                              const std::array<float*, k_group>& outputs, std::size_t columns);

struct Kernels {
  WeightedSums numbers;
  ByteKernel bytes;
};

/// The fastest ones this processor runs. Kernels differ in the last bits of what they make of numbers.
[[nodiscard]] Kernels fastest_kernels();

/// Every pair this processor runs, from the one that runs everywhere to the fastest.
[[nodiscard]] std::vector<Kernels> all_kernels();

}  // namespace mizan::documents
