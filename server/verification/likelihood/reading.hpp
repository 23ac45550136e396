// SPDX-License-Identifier: GPL-3.0-or-later
// What the recogniser of numbers reads in a crop: characters with their place and confidence, gathered into runs.
#pragma once

#include "verification/likelihood/steps.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mizan::verification {

struct ReadCharacter {
  std::string text;       ///< one symbol of the alphabet, as printed
  std::size_t step = 0;   ///< where it is surest
  double confidence = 0;  ///< 0…1, there, over all symbols of the same value
};

/// Characters without a gap or another word between them: one number, serial, or known word.
struct ReadRun {
  std::string text;
  double confidence = 0;                      ///< of its least sure character
  std::size_t first_step = 0, last_step = 0;  ///< from half-way to the neighbour before up to half-way to the one after
};

/// The best path's characters from left to right, with " " and "#".
[[nodiscard]] std::vector<ReadCharacter> read_characters(const Steps& steps, const Alphabet& alphabet);

/// The runs between gaps and other words; last_step is excluded.
[[nodiscard]] std::vector<ReadRun> read_runs(const std::vector<ReadCharacter>& characters, std::size_t step_count);

/// All characters put together.
[[nodiscard]] std::string text_of(const std::vector<ReadCharacter>& characters);

}  // namespace mizan::verification
