// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/header_value.hpp"

#include <algorithm>

namespace mizan::http {
namespace {

/// The text up to the next separator outside quotes, taken off the front of `rest`.
std::string_view take_until(std::string_view& rest, char separator) {
  bool quoted = false;
  std::size_t i = 0;
  for (; i < rest.size(); ++i) {
    if (quoted && rest[i] == '\\')
      ++i;
    else if (rest[i] == '"')
      quoted = !quoted;
    else if (rest[i] == separator && !quoted)
      break;
  }
  const auto taken = rest.substr(0, i);
  rest = i < rest.size() ? rest.substr(i + 1) : std::string_view{};
  return taken;
}

std::string unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
      out += text[++i];
    else if (text.substr(i, 3) == "%22")
      out += '"', i += 2;
    else if (text.substr(i, 3) == "%0D" || text.substr(i, 3) == "%0A")
      i += 2;
    else
      out += text[i];
  }
  return out;
}

}  // namespace

std::string HeaderValue::parameter(std::string_view name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

HeaderValue parse_header_value(std::string_view text) {
  HeaderValue value;
  value.word = lower_case(trimmed(take_until(text, ';')));
  while (!text.empty()) {
    const auto part = trimmed(take_until(text, ';'));
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    value.parameters.emplace(lower_case(trimmed(part.substr(0, equals))), unquoted(trimmed(part.substr(equals + 1))));
  }
  return value;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = header.find(';');
    const auto part = trimmed(header.substr(0, end));
    header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
    const auto equals = part.find('=');
    if (equals != std::string_view::npos && part.substr(0, equals) == name) return std::string(part.substr(equals + 1));
  }
  return {};
}

bool accepts(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto value = parse_header_value(take_until(list, ','));
    if (value.word != word) continue;
    const auto quality = value.parameter("q");
    return quality.empty() || quality.find_first_not_of("0.") != std::string::npos;
  }
  return false;
}

}  // namespace mizan::http
