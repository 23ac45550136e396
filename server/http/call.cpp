// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/call.hpp"

#include "base/persian/digits.hpp"

#include <charconv>

namespace mizan::http {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<std::int64_t> Call::query_number(std::string_view name, std::int64_t fallback) const {
  const auto text = query_text(name);
  if (text.empty()) return fallback;
  const auto value = whole_number(persian::latin_digits(text));
  if (!value) return fail(Problem("request.malformed", "query: no whole number").on_field(std::string(name)));
  return *value;
}

std::string Call::query_text(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string() : found->second;
}

Result<std::int64_t> Call::path_number(std::string_view name) const {
  const auto found = path.find(name);
  const auto value = found == path.end() ? std::nullopt : whole_number(found->second);
  if (!value || *value < 0) return fail("access.not_found");
  return *value;
}

}  // namespace mizan::http
