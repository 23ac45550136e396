// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the numbers in a passage, however they are split into words or digit boxes.
#pragma once

#include "verification/matchers/matcher.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// Groups of ASCII digits and the marks between them: "72-10-1234" has groups 72, 10, 1234 and marks "--".
struct Numeral {
  std::vector<std::string> groups;
  std::string marks;
  [[nodiscard]] std::string digits() const;
  [[nodiscard]] std::string digits_backwards() const;  ///< the groups in reverse order, as bidi may print them
};

/// The numeral of a normalised token; nothing when it has letters or no digits.
[[nodiscard]] std::optional<Numeral> numeral_of(std::string_view normal);

/// One way to read neighbouring numeric pieces as one number.
struct NumeralRun {
  Numeral numeral;
  int first = 0, last = 0;  ///< pieces
};

/// The first number of the passage in all the ways it can be read: its first piece alone, joined with its neighbours on
/// the line in reading order, and joined from left to right (digit boxes). The likeliest way comes first.
/// `skip` looks past that many numbers.
[[nodiscard]] std::vector<NumeralRun> first_number(const Passage& passage, std::size_t expected_digits, int skip = 0);

/// What the recogniser of numbers says of the declared number at the run where it speaks for it best: agrees, doubtful
/// or differs. Nothing when it has not read the runs.
[[nodiscard]] std::optional<Comparison> best_of(const Passage& passage, const std::vector<NumeralRun>& runs,
                                                const DeclaredNumber& declared);

/// How many pieces a value may stand away from its label: «به شمارهٔ», «مورخ», …
constexpr int k_reach = 5;

/// The value as whole thousandths: "1,234" and "1/234/000" are grouped, "74.7" and "13/72" have decimals. All readings
/// that make sense, the likeliest first.
[[nodiscard]] std::vector<std::int64_t> thousandths_of(const Numeral& numeral);

/// A number in words («پانصد میلیون»); nothing when the words are none. `used` counts the pieces from `first`.
[[nodiscard]] std::optional<std::int64_t> number_in_words(const Passage& passage, int first, int& used);

}  // namespace mizan::verification
