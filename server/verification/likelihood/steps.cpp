// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/steps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mizan::verification {
namespace {

// Layout: 'S', symbols (1 byte), count (2 bytes, little-endian), then the steps. A step: how many symbols follow, then
// a pair of symbol and −16·log each. A run of steps that are the blank almost surely: 255, then the length of the run.
constexpr char k_mark = 'S';
constexpr unsigned char k_run = 255;
constexpr float k_sure = -1.0F / 32;  // rounds to 0
constexpr float k_grain = 16;
constexpr float k_least = -8;
constexpr double k_rest = 1e-5;  // what the unnamed symbols share at least

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

char as_char(std::size_t value) {
  return static_cast<char>(static_cast<unsigned char>(value));
}

void append_step(std::string& out, std::span<const float> row) {
  const auto at = out.size();
  out.push_back(0);
  std::size_t named = 0;
  for (std::size_t symbol = 0; symbol < row.size() && named < k_run - 1; ++symbol) {
    if (row[symbol] < k_least) continue;
    out.push_back(as_char(symbol));
    out.push_back(as_char(static_cast<std::size_t>(std::lround(std::min(0.0F, row[symbol]) * -k_grain))));
    ++named;
  }
  out[at] = as_char(named);
}

/// A row in which only the blank is named.
void fill_sure(std::span<float> row) {
  const auto rest = static_cast<float>(std::log(k_rest / static_cast<double>(row.size())));
  std::fill(row.begin(), row.end(), rest);
  row[0] = 0;
}

/// Reads one step's pairs into the row; false when they are damaged.
bool read_step(std::string_view pairs, std::span<float> row) {
  double sum = 0;
  std::vector<bool> named(row.size(), false);
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    const std::size_t symbol = byte_at(pairs, i);
    if (symbol >= row.size() || named[symbol]) return false;
    named[symbol] = true;
    row[symbol] = -static_cast<float>(byte_at(pairs, i + 1)) / k_grain;
    sum += std::exp(static_cast<double>(row[symbol]));
  }
  const auto unnamed = static_cast<double>(std::count(named.begin(), named.end(), false));
  if (unnamed == 0) return true;
  const auto rest = static_cast<float>(std::log(std::max(k_rest, 1 - sum) / unnamed));
  for (std::size_t symbol = 0; symbol < row.size(); ++symbol)
    if (!named[symbol]) row[symbol] = std::min(rest, k_least);
  return true;
}

}  // namespace

Steps part_of(const Steps& steps, std::size_t first, std::size_t last) {
  Steps out;
  last = std::min(last, steps.count);
  first = std::min(first, last);
  out.count = last - first;
  out.symbols = steps.symbols;
  const auto begin = steps.logs.begin();
  out.logs.assign(begin + static_cast<std::ptrdiff_t>(first * steps.symbols),
                  begin + static_cast<std::ptrdiff_t>(last * steps.symbols));
  return out;
}

std::string packed(const Steps& steps) {
  std::string out{k_mark, as_char(steps.symbols), as_char(steps.count & 0xFF), as_char(steps.count >> 8)};
  for (std::size_t step = 0; step < steps.count;) {
    std::size_t run = 0;
    while (step + run < steps.count && run < k_run && steps.at(step + run)[0] > k_sure) ++run;
    if (run > 0) {
      out.push_back(as_char(k_run));
      out.push_back(as_char(run));
      step += run;
    } else {
      append_step(out, steps.at(step++));
    }
  }
  return out;
}

std::optional<Steps> unpacked(std::string_view untrusted_bytes, std::size_t most) {
  if (untrusted_bytes.size() < 4 || untrusted_bytes[0] != k_mark) return std::nullopt;
  Steps out;
  out.symbols = byte_at(untrusted_bytes, 1);
  out.count = byte_at(untrusted_bytes, 2) + 256U * byte_at(untrusted_bytes, 3);
  if (out.symbols == 0 || out.count > most) return std::nullopt;
  out.logs.resize(out.count * out.symbols);
  const auto row = [&](std::size_t step) { return std::span(out.logs).subspan(step * out.symbols, out.symbols); };
  std::size_t at = 4, step = 0;
  while (step < out.count) {
    if (at >= untrusted_bytes.size()) return std::nullopt;
    const std::size_t named = byte_at(untrusted_bytes, at++);
    if (named == k_run) {
      if (at >= untrusted_bytes.size()) return std::nullopt;
      const std::size_t run = byte_at(untrusted_bytes, at++);
      if (run == 0 || step + run > out.count) return std::nullopt;
      for (std::size_t i = 0; i < run; ++i) fill_sure(row(step++));
      continue;
    }
    if (at + 2 * named > untrusted_bytes.size() || !read_step(untrusted_bytes.substr(at, 2 * named), row(step++)))
      return std::nullopt;
    at += 2 * named;
  }
  return at == untrusted_bytes.size() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace mizan::verification
