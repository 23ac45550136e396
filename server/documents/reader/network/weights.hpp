// SPDX-License-Identifier: GPL-3.0-or-later
// The trained network as ocr-models/numbers/weights.bin holds it.
#pragma once

#include "base/result.hpp"
#include "verification/likelihood/steps.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace mizan::documents {

/// How many output channels a kernel computes together; weights are laid out for it.
constexpr std::size_t k_group = 8;

/// Rows are computed this many columns at a time; what is read and written must be padded to a multiple.
constexpr std::size_t k_columns = 16;

/// How many input channels a kernel of bytes takes together.
constexpr std::size_t k_together = 4;
/// What a byte of a plane is at most, and one of the weights either side of 0: two products fit into 16 bits with sign,
/// in which AVX2 adds them.
constexpr int k_most_byte = 127;

/// One convolution, its normalisation folded in: output = max(0, sum + bias), plus the input where `residual`.
/// The last one of a network is linear. Kernels are kernel_rows × kernel_columns around the middle, padded with zeros.
struct Convolution {
  std::size_t inputs = 0, outputs = 0;
  std::size_t kernel_rows = 1, kernel_columns = 1;
  std::size_t row_stride = 1, column_stride = 1;
  std::size_t dilation = 1;  ///< of columns
  bool residual = false, linear = false;
  std::vector<float> bias;     ///< one per output, zeros up to a multiple of k_group
  std::vector<float> weights;  ///< [group of outputs][input][row][column][k_group]
  /// The weights once more in bytes and what one of each output's is worth; empty where numbers are to be used.
  std::vector<std::int8_t> bytes;  ///< [group of outputs][k_together inputs][row][column][k_group][k_together]
  std::vector<float> worth;        ///< one per output, zeros up to a multiple of k_group
};

struct LineNetwork {
  verification::Alphabet alphabet;
  std::size_t height = 0;           ///< rows of the normalised crop
  std::vector<Convolution> planes;  ///< over rows and columns
  std::vector<Convolution> line;    ///< over columns: rows have become channels, channel-major; the last is linear
};

/// Parses and checks the file's bytes: sizes that fit each other, finite weights, checksum. Fails with
/// `configuration.invalid`.
[[nodiscard]] Result<LineNetwork> parse_weights(std::string_view bytes);

[[nodiscard]] Result<LineNetwork> load_weights(const std::filesystem::path& file);

/// The network with bytes for the weights of every layer that takes them: a multiple of k_together channels, none below
/// 0, as all are behind a layer that is not linear. The last layer, whose outputs are compared, keeps its numbers.
[[nodiscard]] LineNetwork with_bytes(LineNetwork network);

}  // namespace mizan::documents
