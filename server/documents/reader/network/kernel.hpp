// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loop of every convolution: outputs are weighted sums of shifted rows.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "documents/reader/network/weights.hpp"

namespace mizan::documents {

/// Rows are computed this many columns at a time; what is read and written must be padded to a multiple.
constexpr std::size_t k_columns = 16;

/// A row, shifted by its place in the kernel, and the k_group weights it has, one for each output.
struct Tap {
  const float* row = nullptr;
  const float* weights = nullptr;
};

/// Adds, to each of k_group outputs' biases, its weighted sum of the taps' first `columns` columns (a multiple of
/// k_columns).
using WeightedSums = void (*)(const std::vector<Tap>& taps, const float* bias,
                              const std::array<float*, k_group>& outputs, std::size_t columns);

/// The fastest one this processor runs. They differ in the last bits of their sums.
[[nodiscard]] WeightedSums weighted_sums();

/// The one that runs everywhere.
[[nodiscard]] WeightedSums plain_weighted_sums();

}  // namespace mizan::documents
