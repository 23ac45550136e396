// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <regex>

namespace mizan::forms {
namespace {

// The library writes out what is counted, and goes through it on the stack.
constexpr std::size_t k_most_copies = 1000;

/// The standard library's other way to match backtracks: «(a+)+» takes it for ever, and a long text its stack.
constexpr auto k_how = std::regex_constants::ECMAScript | std::regex_constants::__polynomial;

/// The larger number of every {…} multiplied. Braces that are meant literally count too; they hold no large numbers.
std::size_t copies(const std::string& pattern) {
  std::size_t product = 1;
  for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
    std::size_t largest = 1;
    for (const char* c = pattern.data() + at + 1; c < pattern.data() + pattern.size() && *c != '}';) {
      std::size_t number = 0;
      const auto [end, error] = std::from_chars(c, pattern.data() + pattern.size(), number);
      if (error == std::errc::result_out_of_range) return k_most_copies + 1;
      if (error == std::errc()) largest = std::max(largest, number);
      c = error == std::errc() ? end : c + 1;
    }
    if (largest > k_most_copies) return largest;
    product *= largest;
    if (product > k_most_copies) return product;
  }
  return product;
}

}  // namespace

bool is_pattern(const std::string& pattern) {
  if (copies(pattern) > k_most_copies) return false;
  try {
    const std::regex compiled(pattern, k_how);
    return true;
  } catch (const std::regex_error&) {
    return false;
  }
}

bool fits_pattern(const std::string& text, const std::string& pattern) {
  return std::regex_search(text, std::regex(pattern, k_how));
}

}  // namespace mizan::forms
