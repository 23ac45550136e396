// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/line_recogniser.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::size_t k_side = 16;  // zeros left of every row; as many, at least, right of it

/// Channels of rows with zeros around them, so that a shifted row may be read beyond its ends.
struct Planes {
  std::size_t channels, rows, columns, pitch;
  std::vector<float> values;

  Planes(std::size_t channel_count, std::size_t row_count, std::size_t column_count)
      : channels(channel_count),
        rows(row_count),
        columns(column_count),
        pitch(k_side + padded(column_count) + k_side),
        values(channels * rows * pitch, 0.0F) {}

  static std::size_t padded(std::size_t columns) { return (columns + k_columns - 1) / k_columns * k_columns; }

  [[nodiscard]] float* row(std::size_t channel, std::size_t at) {
    return values.data() + (channel * rows + at) * pitch + k_side;
  }
  [[nodiscard]] const float* row(std::size_t channel, std::size_t at) const {
    return values.data() + (channel * rows + at) * pitch + k_side;
  }
};

/// Even columns in the first half of the channels, odd ones in the second: what a column stride of two reads.
Planes halved(const Planes& in) {
  Planes out(in.channels * 2, in.rows, in.columns / 2);
  for (std::size_t channel = 0; channel < in.channels; ++channel) {
    for (std::size_t at = 0; at < in.rows; ++at) {
      const float* from = in.row(channel, at);
      for (std::size_t column = 0; column < out.columns; ++column) {
        out.row(channel, at)[column] = from[2 * column];
        out.row(in.channels + channel, at)[column] = from[2 * column + 1];
      }
    }
  }
  return out;
}

/// Planes in bytes, k_together channels in a column.
struct BytePlanes {
  std::size_t rows, pitch;
  float worth = 0;  ///< of 1
  std::vector<std::uint32_t> values;

  [[nodiscard]] const std::uint32_t* row(std::size_t together, std::size_t at) const {
    return values.data() + (together * rows + at) * pitch + k_side;
  }
};

/// None of them is below 0. The largest becomes k_most_byte: crops differ in how strongly channels speak.
BytePlanes in_bytes(const Planes& in, const ByteKernel& kernel) {
  BytePlanes out{in.rows, in.pitch, 0, {}};
  out.values.resize(in.values.size() / k_together);
  out.worth = kernel.largest(in.values.data(), in.values.size()) / k_most_byte;
  if (out.worth == 0) return out;
  const std::size_t channel = in.rows * in.pitch;
  for (std::size_t together = 0; together < in.channels / k_together; ++together)
    kernel.packed(in.values.data() + together * k_together * channel, channel, 1 / out.worth,
                  out.values.data() + together * channel, channel);
  return out;
}

/// The rows that output row `at` is made of, for the first group of outputs.
void list_byte_taps(const Convolution& layer, const BytePlanes& in, std::size_t at, std::vector<ByteTap>& taps) {
  taps.clear();
  const auto half_rows = static_cast<std::ptrdiff_t>(layer.kernel_rows / 2);
  const auto half_columns = static_cast<std::ptrdiff_t>(layer.kernel_columns / 2);
  const std::int8_t* weights = layer.bytes.data();
  for (std::size_t together = 0; together < layer.inputs / k_together; ++together)
    for (std::size_t row = 0; row < layer.kernel_rows; ++row) {
      const auto source = static_cast<std::ptrdiff_t>(at * layer.row_stride + row) - half_rows;
      for (std::size_t column = 0; column < layer.kernel_columns; ++column, weights += k_group * k_together) {
        if (source < 0 || source >= static_cast<std::ptrdiff_t>(in.rows)) continue;
        const auto shift =
            (static_cast<std::ptrdiff_t>(column) - half_columns) * static_cast<std::ptrdiff_t>(layer.dilation);
        taps.push_back({in.row(together, static_cast<std::size_t>(source)) + shift, weights});
      }
    }
}

/// The same of numbers.
void list_taps(const Convolution& layer, const Planes& in, std::size_t at, std::vector<Tap>& taps) {
  taps.clear();
  const auto half_rows = static_cast<std::ptrdiff_t>(layer.kernel_rows / 2);
  const auto half_columns = static_cast<std::ptrdiff_t>(layer.kernel_columns / 2);
  const float* weights = layer.weights.data();
  for (std::size_t input = 0; input < layer.inputs; ++input) {
    for (std::size_t kernel_row = 0; kernel_row < layer.kernel_rows; ++kernel_row) {
      const auto source = static_cast<std::ptrdiff_t>(at * layer.row_stride + kernel_row) - half_rows;
      for (std::size_t kernel_column = 0; kernel_column < layer.kernel_columns; ++kernel_column, weights += k_group) {
        if (source < 0 || source >= static_cast<std::ptrdiff_t>(in.rows)) continue;
        auto shift = static_cast<std::ptrdiff_t>(kernel_column) - half_columns;
        auto channel = input;
        if (layer.column_stride == 2) {
          if (shift % 2 != 0) channel += layer.inputs;
          shift = shift >= 0 ? shift / 2 : -((1 - shift) / 2);
        } else {
          shift *= static_cast<std::ptrdiff_t>(layer.dilation);
        }
        taps.push_back({in.row(channel, static_cast<std::size_t>(source)) + shift, weights});
      }
    }
  }
}

/// max(0, value), and what is added to it, up to the last column; zeros beyond it.
void finish_row(float* row, const float* added, bool linear, std::size_t columns, std::size_t padded) {
  if (!linear)
    for (std::size_t column = 0; column < columns; ++column) row[column] = std::max(0.0F, row[column]);
  if (added != nullptr)
    for (std::size_t column = 0; column < columns; ++column) row[column] += added[column];
  std::fill(row + columns, row + padded, 0.0F);
}

const float* residual_row(const Convolution& layer, const Planes& given, std::size_t channel, std::size_t at) {
  return layer.residual ? given.row(channel, at) : nullptr;
}

std::size_t group_weights(const Convolution& layer) {
  return layer.inputs * layer.kernel_rows * layer.kernel_columns * k_group;
}

void convolve_numbers(const Convolution& layer, const Planes& in, const Planes& given, Planes& out,
                      WeightedSums kernel) {
  const auto padded = Planes::padded(out.columns);
  std::vector<float> surplus(padded);  // outputs that only fill up the last group
  std::vector<Tap> taps;
  for (std::size_t at = 0; at < out.rows; ++at) {
    list_taps(layer, in, at, taps);
    for (std::size_t first = 0; first < layer.outputs; first += k_group) {
      std::array<float*, k_group> outputs{};
      for (std::size_t i = 0; i < k_group; ++i)
        outputs[i] = first + i < layer.outputs ? out.row(first + i, at) : surplus.data();
      kernel(taps, layer.bias.data() + first, outputs, padded);
      for (auto& tap : taps) tap.weights += group_weights(layer);
      for (std::size_t i = 0; i < k_group && first + i < layer.outputs; ++i)
        finish_row(outputs[i], residual_row(layer, given, first + i, at), layer.linear, out.columns, padded);
    }
  }
}

void convolve_bytes(const Convolution& layer, const Planes& given, Planes& out, const ByteKernel& kernel) {
  const auto in = in_bytes(given, kernel);
  const auto padded = Planes::padded(out.columns);
  std::vector<std::int32_t> sums(k_group * padded);
  std::array<std::int32_t*, k_group> outputs{};
  for (std::size_t i = 0; i < k_group; ++i) outputs[i] = sums.data() + i * padded;
  std::vector<ByteTap> taps;
  for (std::size_t at = 0; at < out.rows; ++at) {
    list_byte_taps(layer, in, at, taps);
    for (std::size_t first = 0; first < layer.outputs; first += k_group) {
      kernel.sums(taps, outputs, padded);
      for (auto& tap : taps) tap.weights += group_weights(layer);
      for (std::size_t i = 0; i < k_group && first + i < layer.outputs; ++i) {
        float* row = out.row(first + i, at);
        kernel.valued(outputs[i], layer.worth[first + i] * in.worth, layer.bias[first + i], row, out.columns);
        finish_row(row, residual_row(layer, given, first + i, at), layer.linear, out.columns, padded);
      }
    }
  }
}

Planes convolved(const Convolution& layer, const Planes& given, const Kernels& kernels) {
  const auto rows = (given.rows + layer.row_stride - 1) / layer.row_stride;
  Planes out(layer.outputs, rows, given.columns / layer.column_stride);
  if (!layer.bytes.empty())
    convolve_bytes(layer, given, out, kernels.bytes);
  else if (layer.column_stride == 2)
    convolve_numbers(layer, halved(given), given, out, kernels.numbers);
  else
    convolve_numbers(layer, given, given, out, kernels.numbers);
  return out;
}

/// Rows become channels, those of one channel next to each other.
Planes flattened(Planes in) {
  in.channels *= in.rows;
  in.rows = 1;
  return in;
}

/// Each column's values as logarithms of probabilities.
verification::Steps as_steps(const Planes& values) {
  verification::Steps out;
  out.count = values.columns;
  out.symbols = values.channels;
  out.logs.resize(out.count * out.symbols);
  for (std::size_t step = 0; step < out.count; ++step) {
    float* row = &out.logs[step * out.symbols];
    for (std::size_t symbol = 0; symbol < out.symbols; ++symbol) row[symbol] = values.row(symbol, 0)[step];
    const float most = *std::max_element(row, row + out.symbols);
    double sum = 0;
    for (std::size_t symbol = 0; symbol < out.symbols; ++symbol)
      sum += std::exp(static_cast<double>(row[symbol] - most));
    const float norm = most + static_cast<float>(std::log(sum));
    for (std::size_t symbol = 0; symbol < out.symbols; ++symbol) row[symbol] -= norm;
  }
  return out;
}

Result<LineRecogniser> load(const std::filesystem::path& weights) {
  auto network = load_weights(weights);
  if (!network) return fail(network.error());
  return LineRecogniser(with_bytes(std::move(*network)));
}

}  // namespace

LineRecogniser::LineRecogniser(LineNetwork network, Kernels kernels)
    : m_network(std::move(network)), m_kernels(kernels) {}

verification::Steps LineRecogniser::read(const GrayCrop& crop) const {
  return read(normalised(crop, m_network.height));
}

verification::Steps LineRecogniser::read(const NormalisedCrop& crop) const {
  if (crop.width < 2 || crop.height != m_network.height) return {};
  Planes planes(1, crop.height, crop.width - crop.width % 2);
  for (std::size_t at = 0; at < crop.height; ++at)
    std::copy_n(&crop.ink[at * crop.width], planes.columns, planes.row(0, at));
  for (const auto& layer : m_network.planes) planes = convolved(layer, planes, m_kernels);
  planes = flattened(std::move(planes));
  for (const auto& layer : m_network.line) planes = convolved(layer, planes, m_kernels);
  return as_steps(planes);
}

Result<LineRecogniser> load_number_recogniser(const std::filesystem::path& models) {
  return load(models / "numbers/weights.bin");
}

Result<LineRecogniser> load_text_recogniser(const std::filesystem::path& models) {
  return load(models / "text/weights.bin");
}

}  // namespace mizan::documents
