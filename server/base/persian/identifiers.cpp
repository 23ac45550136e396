// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/identifiers.hpp"

#include "base/persian/normalise.hpp"

#include <algorithm>
#include <array>

namespace mizan::persian {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string without_separators(std::string_view utf8) {
  std::string out;
  for (const char c : normalise(utf8))
    if (c != ' ' && c != '-' && c != '_' && c != '.' && c != '/') out.push_back(c);
  return out;
}

std::optional<std::string> only_digits(std::string_view utf8) {
  std::string text = without_separators(utf8);
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return text;
}

int digit(const std::string& text, std::size_t index) {
  return text[index] - '0';
}

bool national_code_checks(const std::string& code) {
  if (std::all_of(code.begin(), code.end(), [&](char c) { return c == code.front(); })) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += digit(code, i) * static_cast<int>(10 - i);
  const int rest = sum % 11;
  return digit(code, 9) == (rest < 2 ? rest : 11 - rest);
}

bool legal_id_checks(const std::string& id) {
  constexpr std::array<int, 10> k_weights{29, 27, 23, 19, 17, 29, 27, 23, 19, 17};
  const int added = digit(id, 9) + 2;
  int sum = 0;
  for (std::size_t i = 0; i < k_weights.size(); ++i) sum += (digit(id, i) + added) * k_weights[i];
  const int rest = sum % 11;
  return digit(id, 10) == (rest == 10 ? 0 : rest);
}

}  // namespace

std::optional<std::string> national_code(std::string_view utf8) {
  auto code = only_digits(utf8);
  if (!code || code->size() < 8 || code->size() > 10) return std::nullopt;
  code->insert(0, 10 - code->size(), '0');
  return national_code_checks(*code) ? code : std::nullopt;
}

std::optional<std::string> legal_id(std::string_view utf8) {
  auto id = only_digits(utf8);
  return id && id->size() == 11 && legal_id_checks(*id) ? id : std::nullopt;
}

std::optional<std::string> postal_code(std::string_view utf8) {
  auto code = only_digits(utf8);
  return code && code->size() == 10 ? code : std::nullopt;
}

std::optional<std::string> sheba(std::string_view utf8) {
  std::string text = without_separators(utf8);
  if (text.size() == 26 && (text[0] == 'I' || text[0] == 'i') && (text[1] == 'R' || text[1] == 'r')) text.erase(0, 2);
  if (text.size() != 24 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  // ISO 13616: the country and check digits move to the end, letters become numbers (I = 18, R = 27).
  const std::string moved = text.substr(2) + "1827" + text.substr(0, 2);
  int rest = 0;
  for (const char c : moved) rest = (rest * 10 + (c - '0')) % 97;
  if (rest != 1) return std::nullopt;
  return "IR" + text;
}

std::optional<std::string> mobile(std::string_view utf8) {
  std::string text = without_separators(utf8);
  if (text.starts_with("+98"))
    text.erase(0, 3);
  else if (text.starts_with("0098"))
    text.erase(0, 4);
  else if (text.starts_with("98") && text.size() == 12)
    text.erase(0, 2);
  else if (text.starts_with("0"))
    text.erase(0, 1);
  if (text.size() != 10 || text[0] != '9' || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return "0" + text;
}

std::optional<std::string> workshop_code(std::string_view utf8) {
  std::string text = without_separators(utf8);
  if (text.size() != 10) return std::nullopt;
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!is_digit(c) && (c < 'A' || c > 'Z')) return std::nullopt;
  }
  return text;
}

}  // namespace mizan::persian
