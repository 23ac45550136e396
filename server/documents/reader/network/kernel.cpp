// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/kernel.hpp"

#include <cstring>

namespace mizan::documents {
namespace {

// One vector of GCC's and Clang's extension: a register of AVX-512, two of AVX, four of SSE.
using Columns [[gnu::vector_size(k_columns * sizeof(float))]] = float;

/// Computes `Together` outputs at a time: as many as leave their sums in registers.
template <std::size_t Together>
[[gnu::always_inline]] inline void sums_of(const std::vector<Tap>& taps, const float* bias,
                                           const std::array<float*, k_group>& outputs, std::size_t columns) {
  static_assert(k_group % Together == 0);
  for (std::size_t output = 0; output < k_group; output += Together) {
    for (std::size_t column = 0; column < columns; column += k_columns) {
      std::array<Columns, Together> sums;
      for (std::size_t i = 0; i < Together; ++i) sums[i] = Columns{} + bias[output + i];
      for (const auto& tap : taps) {
        Columns values;
        std::memcpy(&values, tap.row + column, sizeof values);
        for (std::size_t i = 0; i < Together; ++i) sums[i] += values * tap.weights[output + i];
      }
      for (std::size_t i = 0; i < Together; ++i) std::memcpy(outputs[output + i] + column, &sums[i], sizeof sums[i]);
    }
  }
}

void plain(const std::vector<Tap>& taps, const float* bias, const std::array<float*, k_group>& outputs,
           std::size_t columns) {
  sums_of<2>(taps, bias, outputs, columns);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void avx2(const std::vector<Tap>& taps, const float* bias,
                                      const std::array<float*, k_group>& outputs, std::size_t columns) {
  sums_of<4>(taps, bias, outputs, columns);
}

[[gnu::target("avx512f,prefer-vector-width=512")]] void avx512(const std::vector<Tap>& taps, const float* bias,
                                                               const std::array<float*, k_group>& outputs,
                                                               std::size_t columns) {
  sums_of<8>(taps, bias, outputs, columns);
}
#endif

}  // namespace

WeightedSums plain_weighted_sums() {
  return plain;
}

WeightedSums weighted_sums() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return avx2;
#endif
  return plain;
}

}  // namespace mizan::documents
