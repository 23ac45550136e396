// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/kernel.hpp"

#include "documents/reader/network/byte_kernel.hpp"

namespace mizan::documents {
namespace {

// A register of columns, by GCC's and Clang's vector extension, and how it lies in memory. Vectors wider than a
// register, and copies of more than one, are kept on the stack by GCC 12, at an eighth of the speed.
template <std::size_t Width>
struct Register {
  using Columns [[gnu::vector_size(Width * sizeof(float))]] = float;
  using InMemory [[gnu::vector_size(Width * sizeof(float)), gnu::aligned(alignof(float)), gnu::may_alias]] = float;
};

/// Computes `Together` outputs at a time, as many as leave their sums in registers of `Width` columns.
template <std::size_t Width, std::size_t Together>
[[gnu::always_inline]] inline void sums_of(const std::vector<Tap>& taps, const float* bias,
                                           const std::array<float*, k_group>& outputs, std::size_t columns) {
  using Columns = typename Register<Width>::Columns;
  using InMemory = typename Register<Width>::InMemory;
  constexpr std::size_t k_parts = k_columns / Width;
  static_assert(k_group % Together == 0 && k_columns % Width == 0);
  for (std::size_t output = 0; output < k_group; output += Together) {
    for (std::size_t column = 0; column < columns; column += k_columns) {
      std::array<std::array<Columns, k_parts>, Together> sums;
#pragma GCC unroll 8
      for (std::size_t i = 0; i < Together; ++i)
#pragma GCC unroll 4
        for (std::size_t part = 0; part < k_parts; ++part) sums[i][part] = Columns{} + bias[output + i];
      for (const auto& tap : taps) {
#pragma GCC unroll 4
        for (std::size_t part = 0; part < k_parts; ++part) {
          const Columns values = *reinterpret_cast<const InMemory*>(tap.row + column + part * Width);
#pragma GCC unroll 8
          for (std::size_t i = 0; i < Together; ++i) sums[i][part] += values * tap.weights[output + i];
        }
      }
#pragma GCC unroll 8
      for (std::size_t i = 0; i < Together; ++i)
#pragma GCC unroll 4
        for (std::size_t part = 0; part < k_parts; ++part)
          *reinterpret_cast<InMemory*>(outputs[output + i] + column + part * Width) = sums[i][part];
    }
  }
}

void plain(const std::vector<Tap>& taps, const float* bias, const std::array<float*, k_group>& outputs,
           std::size_t columns) {
  sums_of<4, 2>(taps, bias, outputs, columns);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void avx2(const std::vector<Tap>& taps, const float* bias,
                                      const std::array<float*, k_group>& outputs, std::size_t columns) {
  sums_of<8, 4>(taps, bias, outputs, columns);
}

[[gnu::target("avx512f,prefer-vector-width=512")]] void avx512(const std::vector<Tap>& taps, const float* bias,
                                                               const std::array<float*, k_group>& outputs,
                                                               std::size_t columns) {
  sums_of<16, 8>(taps, bias, outputs, columns);
}
#endif

}  // namespace

std::vector<Kernels> all_kernels() {
  std::vector<Kernels> out{{plain, plain_byte_kernel()}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) out.push_back({avx2, avx2_byte_kernel()});
  if (__builtin_cpu_supports("avx512f"))
    out.push_back({avx512, __builtin_cpu_supports("avx512vnni") ? avx512_byte_kernel() : avx2_byte_kernel()});
#endif
  return out;
}

Kernels fastest_kernels() {
  return all_kernels().back();
}

}  // namespace mizan::documents
