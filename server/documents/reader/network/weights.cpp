// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/weights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

// Little-endian throughout, written by ocr-models/numbers/export.py:
//   "mizan-numbers-1", height u8, symbols u8, each: length u8 and UTF-8
//   planes u8, lines u8, then as many convolutions:
//     inputs u16, outputs u16, kernel rows u8, kernel columns u8, row stride u8, column stride u8, dilation u8,
//     residual u8, bias f32 × outputs, weights f16 × outputs × inputs × rows × columns
//   FNV-1a of everything before, u64
constexpr std::string_view k_magic = "mizan-numbers-1";
constexpr std::size_t k_most_channels = 1024, k_most_kernel = 9, k_most_layers = 32, k_most_dilation = 8;

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return hash;
}

/// IEEE 754 binary16; infinities and NaN become NaN.
float from_half(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000U) << 16U, exponent = (half >> 10U) & 0x1FU, mantissa = half & 0x3FFU;
  if (exponent == 31) return std::numeric_limits<float>::quiet_NaN();
  if (exponent == 0) return (sign != 0 ? -1.0F : 1.0F) * std::ldexp(static_cast<float>(mantissa), -24);
  constexpr std::uint32_t k_bias = 127 - 15;
  return std::bit_cast<float>(sign | (exponent + k_bias) << 23U | mantissa << 13U);
}

/// Takes values off the front; once something is missing everything reads as 0 and `whole` is false.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : m_left(bytes) {}

  std::string_view take(std::size_t count) {
    if (count > m_left.size()) {
      m_whole = false;
      m_left = {};
      return {};
    }
    const auto out = m_left.substr(0, count);
    m_left.remove_prefix(count);
    return out;
  }

  std::uint64_t number(std::size_t width) {
    std::uint64_t out = 0;
    const auto bytes = take(width);
    for (std::size_t i = bytes.size(); i-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes[i]);
    return out;
  }

  [[nodiscard]] bool whole() const noexcept { return m_whole; }
  [[nodiscard]] bool at_end() const noexcept { return m_whole && m_left.empty(); }

 private:
  std::string_view m_left;
  bool m_whole = true;
};

bool sensible(const Convolution& c) {
  const auto kernel = [](std::size_t size) { return size % 2 == 1 && size <= k_most_kernel; };
  const auto stride = [](std::size_t step) { return step == 1 || step == 2; };
  return c.inputs > 0 && c.inputs <= k_most_channels && c.outputs > 0 && c.outputs <= k_most_channels &&
         kernel(c.kernel_rows) && kernel(c.kernel_columns) && stride(c.row_stride) && stride(c.column_stride) &&
         c.dilation > 0 && c.dilation * (c.kernel_columns / 2) <= k_most_dilation &&
         (c.column_stride == 1 || c.dilation == 1) &&
         (!c.residual || (c.inputs == c.outputs && c.row_stride == 1 && c.column_stride == 1));
}

std::optional<Convolution> convolution(Cursor& from) {
  Convolution out;
  out.inputs = from.number(2);
  out.outputs = from.number(2);
  out.kernel_rows = from.number(1);
  out.kernel_columns = from.number(1);
  out.row_stride = from.number(1);
  out.column_stride = from.number(1);
  out.dilation = from.number(1);
  out.residual = from.number(1) != 0;
  if (!from.whole() || !sensible(out)) return std::nullopt;
  const std::size_t groups = (out.outputs + k_group - 1) / k_group;
  const std::size_t taps = out.inputs * out.kernel_rows * out.kernel_columns;
  out.bias.resize(groups * k_group);
  out.weights.resize(groups * taps * k_group);
  bool finite = true;
  for (std::size_t output = 0; output < out.outputs; ++output) {
    out.bias[output] = std::bit_cast<float>(static_cast<std::uint32_t>(from.number(4)));
    finite = finite && std::isfinite(out.bias[output]);
  }
  const auto halves = from.take(2 * out.outputs * taps);
  if (!from.whole()) return std::nullopt;
  Cursor values(halves);
  for (std::size_t output = 0; output < out.outputs; ++output) {
    for (std::size_t tap = 0; tap < taps; ++tap) {
      const float weight = from_half(static_cast<std::uint16_t>(values.number(2)));
      finite = finite && std::isfinite(weight);
      out.weights[(output / k_group * taps + tap) * k_group + output % k_group] = weight;
    }
  }
  if (!finite) return std::nullopt;
  return out;
}

/// Each layer takes what the one before gives, from one grey plane to the symbols.
bool fits_together(const LineNetwork& network) {
  std::size_t channels = 1, rows = network.height, columns = 1;
  for (const auto& each : network.planes) {
    if (each.inputs != channels) return false;
    channels = each.outputs;
    rows = (rows + each.row_stride - 1) / each.row_stride;
    columns *= each.column_stride;
  }
  channels *= rows;
  for (const auto& each : network.line) {
    if (each.inputs != channels || each.kernel_rows != 1 || each.row_stride != 1 || each.column_stride != 1)
      return false;
    channels = each.outputs;
  }
  return columns == 2 && channels == network.alphabet.size();
}

std::optional<LineNetwork> network_of(std::string_view bytes) {
  Cursor from(bytes);
  if (from.take(k_magic.size()) != k_magic) return std::nullopt;
  LineNetwork out;
  out.height = from.number(1);
  const auto symbols = from.number(1);
  for (std::uint64_t i = 0; i < symbols; ++i) out.alphabet.emplace_back(from.take(from.number(1)));
  const auto planes = from.number(1), lines = from.number(1);
  if (!from.whole() || planes == 0 || lines == 0 || planes + lines > k_most_layers) return std::nullopt;
  for (std::uint64_t i = 0; i < planes + lines; ++i) {
    auto layer = convolution(from);
    if (!layer) return std::nullopt;
    (i < planes ? out.planes : out.line).push_back(std::move(*layer));
  }
  out.line.back().linear = true;
  if (!from.at_end() || out.alphabet.empty() || !out.alphabet.front().empty() || !fits_together(out))
    return std::nullopt;
  return out;
}

void add_bytes(Convolution& layer) {
  const std::size_t groups = (layer.outputs + k_group - 1) / k_group;
  const std::size_t spots = layer.kernel_rows * layer.kernel_columns, taps = layer.inputs * spots;
  layer.bytes.resize(layer.weights.size());
  layer.worth.resize(groups * k_group);
  for (std::size_t output = 0; output < layer.outputs; ++output) {
    const std::size_t group = output / k_group, place = output % k_group;
    const auto weight = [&](std::size_t tap) { return layer.weights[(group * taps + tap) * k_group + place]; };
    float most = 0;
    for (std::size_t tap = 0; tap < taps; ++tap) most = std::max(most, std::abs(weight(tap)));
    if (most == 0) continue;
    layer.worth[output] = most / k_most_byte;
    for (std::size_t input = 0; input < layer.inputs; ++input)
      for (std::size_t spot = 0; spot < spots; ++spot) {
        const std::size_t tap = input / k_together * spots + spot;
        layer.bytes[((group * taps / k_together + tap) * k_group + place) * k_together + input % k_together] =
            static_cast<std::int8_t>(std::lround(weight(input * spots + spot) / layer.worth[output]));
      }
  }
}

Problem invalid(std::string reason) {
  return Problem("configuration.invalid").with("key", "reading.models").with("reason", std::move(reason));
}

}  // namespace

Result<LineNetwork> parse_weights(std::string_view bytes) {
  constexpr std::size_t k_sum = 8;
  if (bytes.size() < k_sum) return fail(invalid("the weights of the number recogniser are cut off"));
  const auto body = bytes.substr(0, bytes.size() - k_sum);
  Cursor sum(bytes.substr(body.size()));
  if (sum.number(k_sum) != fnv1a(body)) return fail(invalid("the weights of the number recogniser are damaged"));
  auto network = network_of(body);
  if (!network) return fail(invalid("the weights of the number recogniser have another form than this version reads"));
  return std::move(*network);
}

Result<LineNetwork> load_weights(const std::filesystem::path& file) {
  std::ostringstream bytes;
  if (!(bytes << std::ifstream(file, std::ios::binary).rdbuf())) return fail(invalid(file.string() + " is missing"));
  return parse_weights(bytes.str());
}

LineNetwork with_bytes(LineNetwork network) {
  bool nonnegative = false;  // grey levels are not
  for (auto* part : {&network.planes, &network.line})
    for (auto& layer : *part) {
      if (nonnegative && !layer.linear && layer.column_stride == 1 && layer.inputs % k_together == 0) add_bytes(layer);
      nonnegative = !layer.linear;
    }
  return network;
}

}  // namespace mizan::documents
