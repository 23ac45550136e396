// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/percent.hpp"

#include "http/valid_utf8.hpp"

namespace mizan::http {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string blanks_for_plus(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    if (c == '+') c = ' ';
  return out;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (out.find('\0') != std::string::npos || !valid_utf8(out)) return std::nullopt;
  return out;
}

std::optional<Parameters> query_parameters(std::string_view query) {
  Parameters found;
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto part = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    if (part.empty()) continue;
    const auto equals = part.find('=');
    auto name = percent_decoded(blanks_for_plus(part.substr(0, equals)));
    auto value =
        percent_decoded(equals == std::string_view::npos ? std::string() : blanks_for_plus(part.substr(equals + 1)));
    if (!name || !value) return std::nullopt;
    found.insert_or_assign(std::move(*name), std::move(*value));
  }
  return found;
}

}  // namespace mizan::http
