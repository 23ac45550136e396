// SPDX-License-Identifier: GPL-3.0-or-later
// How likely the recogniser holds a declared string, and what it holds most likely.
//
// A declaration says a value, not glyphs: ۱۴۰۲/۵/۱۴, 1402-5-14 and ١٤٠٢٫٥٫١٤ may all be what it means. So symbols are
// first folded into classes (their probabilities add up), and strings are scored over classes.
#pragma once

#include "verification/likelihood/steps.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// What becomes of `/ - . , ٫ ٬ :` between digits.
enum class Separators {
  told_apart,  ///< each its own class: "12.345" is not "12,345"
  alike,       ///< one class: groups count, the sign does not
  ignored      ///< as blank: digits count, groups do not
};

/// Classes of symbols. Digits fold by value over all scripts; parentheses, gaps and other words fold into the blank.
class Classes {
 public:
  Classes(const Alphabet& alphabet, Separators separators);

  /// Letters as persian::skeleton writes them, digits by value; gaps and signs fold into the blank.
  [[nodiscard]] static Classes of_letters(const Alphabet& alphabet);

  [[nodiscard]] std::size_t count() const noexcept { return m_names.size(); }
  [[nodiscard]] std::uint8_t of_symbol(std::size_t symbol) const { return m_of_symbol[symbol]; }

  /// How a class is written: ASCII digits, "/" for separators alike, letters and words as printed.
  [[nodiscard]] const std::string& name(std::size_t of) const { return m_names[of]; }

  /// The classes of a declared string; words are matched before letters, what folds into the blank is skipped.
  /// Nothing when the string holds a character that no symbol stands for.
  [[nodiscard]] std::optional<std::vector<std::uint8_t>> of_text(std::string_view utf8) const;

  [[nodiscard]] std::string text_of(const std::vector<std::uint8_t>& classes) const;

 private:
  Classes(const Alphabet& alphabet, const std::function<std::string(const std::string&)>& name_of);

  struct Spelling {
    std::u32string text;
    std::uint8_t of = 0;
  };
  std::vector<std::uint8_t> m_of_symbol;
  std::vector<std::string> m_names;
  std::map<char32_t, std::vector<Spelling>> m_spellings;  // by their first character, longest first
};

/// Probabilities of classes, one row per step; class 0 is the blank.
struct FoldedSteps {
  std::size_t count = 0, classes = 0;
  std::vector<double> probabilities;  ///< count × classes

  [[nodiscard]] std::span<const double> at(std::size_t step) const {
    return std::span(probabilities).subspan(step * classes, classes);
  }
};

[[nodiscard]] FoldedSteps folded(const Steps& steps, const Classes& classes);

/// log P(string | crop): over all ways to spread the string over the folded steps. −∞ when it cannot fit.
[[nodiscard]] double log_likelihood(const FoldedSteps& folded, const std::vector<std::uint8_t>& string);

struct Hypothesis {
  std::vector<std::uint8_t> classes;
  double log_likelihood = 0;
};

/// The most likely strings, best first, by a beam of `width`. At least one unless there are no steps.
[[nodiscard]] std::vector<Hypothesis> likely_strings(const FoldedSteps& folded, std::size_t width = 8);

/// A declared string against everything the crop could say.
struct Judgement {
  double declared = 0;  ///< log P(declared | crop)
  double ratio = 0;     ///< log P(declared) − log P(best other string); above 0 the declared string is the best one
  double share = 0;     ///< 0…1, of the declared string among itself and the likely ones
  double per_step = 0;  ///< log P(best string) per class in it: near 0 the recogniser is sure of what it reads
  std::string best;     ///< the best string, as Classes::name writes it
};

/// Nothing when the declared string cannot be written in the classes, or is empty.
[[nodiscard]] std::optional<Judgement> judged(const FoldedSteps& folded, const Classes& classes,
                                              std::string_view declared);

}  // namespace mizan::verification
