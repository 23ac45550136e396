// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/digits.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"

namespace mizan::persian {
namespace {

constexpr std::size_t k_most_digits = 18;  // fits std::int64_t

char32_t latin(char32_t c) {
  if (c >= U'۰' && c <= U'۹') return U'0' + (c - U'۰');
  if (c >= U'٠' && c <= U'٩') return U'0' + (c - U'٠');
  if (c >= U'０' && c <= U'９') return U'0' + (c - U'０');
  return c;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool groups(char c) {
  return c == ',' || c == '.' || c == '\'' || c == ' ';
}

}  // namespace

std::string latin_digits(std::string_view utf8) {
  auto points = decode(utf8);
  for (auto& c : points) c = latin(c);
  return encode(points);
}

std::string persian_digits(std::string_view utf8) {
  auto points = decode(utf8);
  for (auto& c : points) {
    c = latin(c);
    if (c >= U'0' && c <= U'9') c = U'۰' + (c - U'0');
  }
  return encode(points);
}

std::string digits_of(std::string_view utf8) {
  std::string out;
  for (const char32_t point : decode(utf8)) {
    const char32_t c = latin(point);
    if (c >= U'0' && c <= U'9') out.push_back(static_cast<char>(c));
  }
  return out;
}

std::optional<std::int64_t> whole_number(std::string_view utf8) {
  const std::string text = normalise(utf8);
  std::string digits;
  bool ended = false;
  for (const char c : text) {
    if (is_digit(c)) {
      if (ended) return std::nullopt;
      digits.push_back(c);
    } else if (!digits.empty() && !groups(c)) {
      ended = true;
    }
  }
  if (digits.empty() || digits.size() > k_most_digits) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace mizan::persian
