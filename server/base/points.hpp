// SPDX-License-Identifier: GPL-3.0-or-later
// Points as integers in thousandths: sums are exact and recompute to the same bytes.
#pragma once

#include <compare>
#include <cstdint>

namespace mizan {

struct Points {
  std::int64_t thousandths = 0;

  friend constexpr auto operator<=>(Points, Points) noexcept = default;
  friend constexpr Points operator+(Points a, Points b) noexcept { return {a.thousandths + b.thousandths}; }
  friend constexpr Points operator-(Points a, Points b) noexcept { return {a.thousandths - b.thousandths}; }
  constexpr Points& operator+=(Points other) noexcept {
    thousandths += other.thousandths;
    return *this;
  }
  [[nodiscard]] static constexpr Points whole(std::int64_t points) noexcept { return {points * 1000}; }
};

}  // namespace mizan
