// SPDX-License-Identifier: GPL-3.0-or-later
// A two-way table between the values of an enum and their stable texts.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace mizan {

/// The text of a value; empty when the table lacks it (a bug that the model tests catch).
template <class Value, std::size_t Size>
[[nodiscard]] constexpr std::string_view text_of(const std::array<std::pair<Value, std::string_view>, Size>& table,
                                                 Value value) noexcept {
  for (const auto& [known, text] : table)
    if (known == value) return text;
  return {};
}

/// False when the table lacks the text; `value` is then untouched.
template <class Value, std::size_t Size>
[[nodiscard]] constexpr bool value_of(const std::array<std::pair<Value, std::string_view>, Size>& table,
                                      std::string_view text, Value& value) noexcept {
  for (const auto& [known, name] : table) {
    if (name != text) continue;
    value = known;
    return true;
  }
  return false;
}

}  // namespace mizan
