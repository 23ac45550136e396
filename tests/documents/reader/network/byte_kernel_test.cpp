// SPDX-License-Identifier: GPL-3.0-or-later
// Every kernel makes the same of bytes, at their limits, too.
#include "documents/reader/network/byte_kernel.hpp"

#include <gtest/gtest.h>

#include "documents/reader/network/kernel.hpp"

#include <random>
#include <vector>

namespace mizan::documents {
namespace {

constexpr std::size_t k_taps = 37, k_width = 2 * k_columns;

struct Made {
  std::vector<std::uint32_t> rows;
  std::vector<std::int8_t> weights;
  [[nodiscard]] std::vector<ByteTap> taps() const {
    std::vector<ByteTap> out;
    for (std::size_t tap = 0; tap < k_taps; ++tap)
      out.push_back({rows.data() + tap * k_width, weights.data() + tap * k_group * k_together});
    return out;
  }
};

template <typename Byte, typename Weight>
Made made(Byte byte, Weight weight) {
  Made out;
  for (std::size_t i = 0; i < k_taps * k_width; ++i)
    out.rows.push_back(byte() | byte() << 8U | byte() << 16U | byte() << 24U);
  for (std::size_t i = 0; i < k_taps * k_group * k_together; ++i) out.weights.push_back(weight());
  return out;
}

std::vector<std::int32_t> sums(const ByteKernel& kernel, const Made& given) {
  std::vector<std::int32_t> out(k_group * k_width);
  std::array<std::int32_t*, k_group> outputs{};
  for (std::size_t i = 0; i < k_group; ++i) outputs[i] = out.data() + i * k_width;
  kernel.sums(given.taps(), outputs, k_width);
  return out;
}

TEST(ByteKernel, AddsProductsOfEachColumn) {
  auto given = made([] { return std::uint32_t{0}; }, [] { return std::int8_t{3}; });
  for (std::size_t i = k_together; i < 2 * k_together; ++i) given.weights[i] = -2;  // of the second output
  given.rows[5] = 1 | 2 << 8U | 3 << 16U | 100U << 24U;                             // column 5 of the first tap
  for (const auto& kernels : all_kernels()) {
    const auto out = sums(kernels.bytes, given);
    EXPECT_EQ(out[5], 3 * 106);
    EXPECT_EQ(out[k_width + 5], -2 * 106);
    EXPECT_EQ(out[6], 0);
  }
}

TEST(ByteKernel, EveryOneMakesTheSame) {
  std::mt19937 random(71);
  const auto byte = [&] { return static_cast<std::uint32_t>(random() % (k_most_byte + 1)); };
  const auto weight = [&] {
    return static_cast<std::int8_t>(static_cast<int>(random() % (2 * k_most_byte + 1)) - k_most_byte);
  };
  const auto some = made(byte, weight);
  const auto most = made([] { return std::uint32_t{k_most_byte}; }, [] { return std::int8_t{k_most_byte}; });
  const auto least = made([] { return std::uint32_t{k_most_byte}; }, [] { return std::int8_t{-k_most_byte}; });
  for (const auto& given : {some, most, least})
    for (const auto& kernels : all_kernels()) EXPECT_EQ(sums(kernels.bytes, given), sums(plain_byte_kernel(), given));
}

TEST(ByteKernel, PacksChannelsAndValuesSums) {
  std::vector<float> channels(k_together * k_width, 0);
  channels[7] = 1.5F;                // the first channel's eighth column
  channels[2 * k_width + 7] = 3.0F;  // the third one's
  channels[k_width - 1] = 12.7F;
  const std::vector<std::int32_t> given{0, 3, -2, 1000};
  for (const auto& kernels : all_kernels()) {
    const float most = kernels.bytes.largest(channels.data(), channels.size());
    EXPECT_FLOAT_EQ(most, 12.7F);
    std::vector<std::uint32_t> packed(k_width, 1);
    kernels.bytes.packed(channels.data(), k_width, k_most_byte / most, packed.data(), k_width);
    EXPECT_EQ(packed[0], 0U);
    EXPECT_EQ(packed[7], 15U | 30U << 16U);
    EXPECT_EQ(packed[k_width - 1], static_cast<std::uint32_t>(k_most_byte));
    std::vector<float> values(given.size());
    kernels.bytes.valued(given.data(), 0.5F, 1, values.data(), given.size());
    EXPECT_EQ(values, (std::vector<float>{1, 2.5F, 0, 501}));
  }
}

}  // namespace
}  // namespace mizan::documents
