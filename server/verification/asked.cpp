// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/asked.hpp"

#include <utility>

namespace mizan::verification {

std::optional<Witness> asked_about(const std::vector<const Token*>& tokens, const LetterClasses& letters,
                                   const std::vector<std::u32string>& spellings) {
  std::vector<Steps> read;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {  // from left to right
    if ((*token)->text_steps.empty()) return std::nullopt;
    auto steps = unpacked((*token)->text_steps);
    if (!steps || steps->symbols != letters.symbols) return std::nullopt;
    read.push_back(std::move(*steps));
  }
  std::vector<const Steps*> steps;
  steps.reserve(read.size());
  for (const auto& each : read) steps.push_back(&each);
  std::vector<std::u32string> visual;
  visual.reserve(spellings.size());
  for (const auto& spelling : spellings) visual.emplace_back(spelling.rbegin(), spelling.rend());
  return witness(steps, letters.skeleton, visual);
}

}  // namespace mizan::verification
