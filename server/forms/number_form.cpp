// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/number_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>

namespace mizan::forms {
namespace {

constexpr std::ptrdiff_t k_most_digits = 15;
// Of 15 digits, all grouped by the longest sign, and decimals. Longer texts are no number, and would take the
// expressions below a frame of the stack for each character.
constexpr std::size_t k_longest = 64;
constexpr std::size_t k_longest_double = 330;  // written out, with decimals
constexpr int k_decimals = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Persian separators have several bytes; the expressions below see "," for any grouping sign and "." for ٫.
std::string plain_separators(std::string_view utf8) {
  std::string text(utf8);
  for (const std::string_view sign : {"٬", "،", "’", "'"}) replace_all(text, sign, ",");
  replace_all(text, "٫", ".");
  return text;
}

std::optional<double> value_of(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  if (std::count_if(text.begin(), text.end(), is_digit) > k_most_digits) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value == 0 ? 0 : value;  // no negative zero
}

}  // namespace

std::optional<double> integer_of(std::string_view typed) {
  if (typed.size() > k_longest) return std::nullopt;
  static const std::regex k_form("^-?([0-9]+|[0-9]{1,3}([,/.][0-9]{3})+)$");
  std::string text = typed.find("٫") == std::string_view::npos ? plain_separators(typed) : std::string();
  if (text.ends_with(".0")) text.resize(text.size() - 2);  // a JSON number such as 85.0
  if (!std::regex_match(text, k_form)) return std::nullopt;
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '/' || c == '.'; }, ',');
  return value_of(std::move(text));
}

std::optional<double> decimal_of(std::string_view typed) {
  if (typed.size() > k_longest) return std::nullopt;
  static const std::regex k_form("^-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([./][0-9]{1,3})?$");
  std::string text = plain_separators(typed);
  if (!std::regex_match(text, k_form)) return std::nullopt;
  std::replace(text.begin(), text.end(), '/', '.');
  return value_of(std::move(text));
}

std::string number_text(double value) {
  std::array<char, k_longest_double> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, k_decimals).ptr;
  std::string text(buffer.data(), end);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace mizan::forms
