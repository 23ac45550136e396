// SPDX-License-Identifier: GPL-3.0-or-later
// What a recogniser, asked again, says of one declared number or text: not "what stands there?" but "can this stand
// there?". Thresholds are tuned on the tune part of tests/corpus/generator (server/docs/benchmarks.md).
#pragma once

#include "verification/likelihood/likelihood.hpp"
#include "verification/likelihood/steps.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mizan::verification {

/// The foldings that claims need, made once per reading.
struct NumberClasses {
  explicit NumberClasses(const Alphabet& alphabet)
      : ignored(alphabet, Separators::ignored), alike(alphabet, Separators::alike), symbols(alphabet.size()) {}
  Classes ignored;  ///< digits and letters count, groups do not
  Classes alike;    ///< groups count, their sign does not
  std::size_t symbols = 0;
};

/// The folding of the recogniser of text, made once per reading.
struct LetterClasses {
  explicit LetterClasses(const Alphabet& alphabet)
      : skeleton(Classes::of_letters(alphabet)), numbers(alphabet), symbols(alphabet.size()) {}
  Classes skeleton;
  NumberClasses numbers;  ///< the same symbols where a number is asked about
  std::size_t symbols = 0;
};

/// A declared value as it may be printed.
struct DeclaredNumber {
  std::vector<std::string> forms;  ///< as Classes::of_text reads them
  Separators separators = Separators::ignored;
  /// Whether such a string could stand there at all: a code with a right check digit, a date of the calendar. Readings
  /// that could not are taken for slips. Empty: anything could.
  std::function<bool(const std::string&)> possible;
  bool only_to_confirm = false;  ///< whether it is denied does not matter, so nothing is searched for in its stead
};

enum class Testimony { denies, unsure, confirms };

struct Witness {
  Testimony testimony = Testimony::unsure;
  double ratio = 0;  ///< log P(declared) − log P(best other possible string)
  int sureness = 0;  ///< 0…100
  std::string best;  ///< what it reads itself
};

/// The steps of neighbouring words, from left to right. Nothing when no form can be written in the alphabet.
[[nodiscard]] std::optional<Witness> witness(const std::vector<const Steps*>& words, const NumberClasses& classes,
                                             const DeclaredNumber& declared);

/// The same of declared letters, as persian::skeleton writes them, in any of these spellings; each from left to right
/// as it stands on paper. Nothing when none can be written in the alphabet.
[[nodiscard]] std::optional<Witness> witness(const std::vector<const Steps*>& words, const Classes& letters,
                                             const std::vector<std::u32string>& spellings);

}  // namespace mizan::verification
