// SPDX-License-Identifier: GPL-3.0-or-later
// Days and years written in words: «بیست و نهم دی ماه یک هزار و چهارصد و پنج».
#pragma once

#include "verification/matchers/matcher.hpp"

#include <optional>

namespace mizan::verification {

/// A day of the month, cardinal or ordinal, from 1 to 31, at piece `first`; `used` counts its pieces.
[[nodiscard]] std::optional<int> day_in_words(const Passage& passage, int first, int& used);

/// A year, full or of two digits, at piece `first`.
[[nodiscard]] std::optional<int> year_in_words(const Passage& passage, int first, int& used);

}  // namespace mizan::verification
