// SPDX-License-Identifier: GPL-3.0-or-later
// What the recogniser of numbers says of a crop, step by step, and its compact form for storage.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// The symbols a recogniser tells apart. The first is the blank of connectionist temporal classification and empty;
/// others are digits of two scripts, signs, letters, " " between words, "#" for any other word, and whole words.
using Alphabet = std::vector<std::string>;

/// Natural logarithms of probabilities, one row per step from left to right; a row's probabilities sum to 1.
/// Symbols follow each other as they stand on paper, from left to right, whatever the script.
struct Steps {
  std::size_t count = 0, symbols = 0;
  std::vector<float> logs;  ///< count × symbols

  [[nodiscard]] std::span<const float> at(std::size_t step) const {
    return std::span(logs).subspan(step * symbols, symbols);
  }
};

/// The steps `first` … `last`, last excluded and both clamped.
[[nodiscard]] Steps part_of(const Steps& steps, std::size_t first, std::size_t last);

/// Binary, about two bytes a step. Per step the symbols above e⁻⁸ to a sixteenth of a nat; the rest share what is left.
[[nodiscard]] std::string packed(const Steps& steps);

/// Nothing when `untrusted_bytes` are no packed steps, or more than `most` of them.
[[nodiscard]] std::optional<Steps> unpacked(std::string_view untrusted_bytes, std::size_t most = 4096);

}  // namespace mizan::verification
