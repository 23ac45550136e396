// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/byte_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>

namespace mizan::documents {
namespace {

// Plain loops, from which the compiler makes what the functions that they are inlined into may use.

[[gnu::always_inline]] inline void value(const std::int32_t* sums, float factor, float bias, float* out,
                                         std::size_t columns) {
  for (std::size_t i = 0; i < columns; ++i) out[i] = static_cast<float>(sums[i]) * factor + bias;
}

// Floats from 0 up are in the order of their bits; the compiler is not free to reorder comparisons of floats.
[[gnu::always_inline]] inline float most_of(const float* values, std::size_t count) {
  std::int32_t most = 0;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::bit_cast<std::int32_t>(values[i]));
  return std::bit_cast<float>(most);
}

[[gnu::always_inline]] inline void pack(const float* channels, std::size_t apart, float levels, std::uint32_t* out,
                                        std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t packed = 0;
#pragma GCC unroll 4
    for (std::size_t channel = 0; channel < k_together; ++channel) {
      // NOLINTNEXTLINE(bugprone-incorrect-roundings): none is below 0, and lround makes no vectors
      const auto byte = static_cast<std::int32_t>(channels[channel * apart + i] * levels + 0.5F);
      packed |= static_cast<std::uint32_t>(byte) << 8U * channel;
    }
    out[i] = packed;
  }
}

void plain_sums(const std::vector<ByteTap>& taps, const std::array<std::int32_t*, k_group>& outputs,
                std::size_t columns) {
  for (std::size_t output = 0; output < k_group; ++output) {
    for (std::size_t column = 0; column < columns; column += k_columns) {
      std::array<std::int32_t, k_columns> sums{};
      for (const auto& tap : taps) {
        const auto* weights = tap.weights + output * k_together;
        for (std::size_t i = 0; i < k_columns; ++i) {
          const std::uint32_t values = tap.row[column + i];
          sums[i] += weights[0] * static_cast<std::int32_t>(values & 0xFFU) +
                     weights[1] * static_cast<std::int32_t>(values >> 8U & 0xFFU) +
                     weights[2] * static_cast<std::int32_t>(values >> 16U & 0xFFU) +
                     weights[3] * static_cast<std::int32_t>(values >> 24U);
        }
      }
      std::copy(sums.begin(), sums.end(), outputs[output] + column);
    }
  }
}

void plain_valued(const std::int32_t* sums, float factor, float bias, float* out, std::size_t columns) {
  value(sums, factor, bias, out, columns);
}
float plain_largest(const float* values, std::size_t count) {
  return most_of(values, count);
}
void plain_packed(const float* channels, std::size_t apart, float levels, std::uint32_t* out, std::size_t count) {
  pack(channels, apart, levels, out, count);
}

#if defined(__x86_64__)
struct Sum256 {
  __m256i is;
};
struct Sum512 {
  __m512i is;
};

// Four weights as one number, which is what is spread over a register.
int together(const std::int8_t* weights) {
  int out = 0;
  std::memcpy(&out, weights, k_together);
  return out;
}

[[gnu::target("avx2")]] void avx2_sums(const std::vector<ByteTap>& taps,
                                       const std::array<std::int32_t*, k_group>& outputs, std::size_t columns) {
  constexpr std::size_t k_width = 8, k_at_once = 4;  // columns of a register; outputs whose sums stay in registers
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t column = 0; column < columns; column += k_width) {
    for (std::size_t output = 0; output < k_group; output += k_at_once) {
      std::array<Sum256, k_at_once> sums{};
      for (const auto& tap : taps) {
        const auto values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(tap.row + column));
#pragma GCC unroll 4
        for (std::size_t i = 0; i < k_at_once; ++i) {
          const auto weights = _mm256_set1_epi32(together(tap.weights + (output + i) * k_together));
          const auto pairs = _mm256_maddubs_epi16(values, weights);
          sums[i].is = _mm256_add_epi32(sums[i].is, _mm256_madd_epi16(pairs, ones));
        }
      }
#pragma GCC unroll 4
      for (std::size_t i = 0; i < k_at_once; ++i)
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(outputs[output + i] + column), sums[i].is);
    }
  }
}

[[gnu::target("avx2")]] void avx2_valued(const std::int32_t* sums, float factor, float bias, float* out,
                                         std::size_t columns) {
  value(sums, factor, bias, out, columns);
}
[[gnu::target("avx2")]] float avx2_largest(const float* values, std::size_t count) {
  return most_of(values, count);
}
[[gnu::target("avx2")]] void avx2_packed(const float* channels, std::size_t apart, float levels, std::uint32_t* out,
                                         std::size_t count) {
  pack(channels, apart, levels, out, count);
}

[[gnu::target("avx512f,avx512vnni")]] void avx512_sums(const std::vector<ByteTap>& taps,
                                                       const std::array<std::int32_t*, k_group>& outputs,
                                                       std::size_t columns) {
  constexpr std::size_t k_width = 16;
  for (std::size_t column = 0; column < columns; column += k_width) {
    std::array<Sum512, k_group> sums{};
    for (const auto& tap : taps) {
      const auto values = _mm512_loadu_si512(tap.row + column);
#pragma GCC unroll 8
      for (std::size_t i = 0; i < k_group; ++i)
        sums[i].is = _mm512_dpbusd_epi32(sums[i].is, values, _mm512_set1_epi32(together(tap.weights + i * k_together)));
    }
#pragma GCC unroll 8
    for (std::size_t i = 0; i < k_group; ++i) _mm512_storeu_si512(outputs[i] + column, sums[i].is);
  }
}

[[gnu::target("avx512f")]] void avx512_valued(const std::int32_t* sums, float factor, float bias, float* out,
                                              std::size_t columns) {
  value(sums, factor, bias, out, columns);
}
[[gnu::target("avx512f")]] float avx512_largest(const float* values, std::size_t count) {
  return most_of(values, count);
}
[[gnu::target("avx512f")]] void avx512_packed(const float* channels, std::size_t apart, float levels,
                                              std::uint32_t* out, std::size_t count) {
  pack(channels, apart, levels, out, count);
}
#endif

}  // namespace

ByteKernel plain_byte_kernel() {
  return {plain_sums, plain_valued, plain_largest, plain_packed};
}

#if defined(__x86_64__)
ByteKernel avx2_byte_kernel() {
  return {avx2_sums, avx2_valued, avx2_largest, avx2_packed};
}

ByteKernel avx512_byte_kernel() {
  return {avx512_sums, avx512_valued, avx512_largest, avx512_packed};
}
#endif

}  // namespace mizan::documents
