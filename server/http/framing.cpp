// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/framing.hpp"

#include "http/header_value.hpp"

#include <algorithm>
#include <charconv>

namespace mizan::http {
namespace {

bool token(std::string_view name) {
  constexpr std::string_view k_marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           k_marks.find(c) != std::string_view::npos;
  });
}

bool control_free(std::string_view value) {
  return std::none_of(value.begin(), value.end(),
                      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

std::optional<std::uint64_t> plain_number(std::string_view text) {
  std::uint64_t value = 0;
  const bool digits =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!digits || error != std::errc() || value > INT64_MAX) return std::nullopt;
  return value;
}

Framing refused(std::string why) {
  return {0, std::move(why)};
}

}  // namespace

Framing check_framing(const RawRequest& request) {
  if (!token(request.method)) return refused("the method is no token");
  if (!request.target.starts_with('/') || !control_free(request.target)) return refused("the target is no path");
  if (request.version != "HTTP/1.1" && request.version != "HTTP/1.0")
    return refused("the version is neither 1.0 nor 1.1");
  Framing framing;
  int hosts = 0, lengths = 0;
  for (const auto& [name, value] : request.headers) {
    if (!token(name)) return refused("a header name is no token");
    if (!control_free(value)) return refused("a control character in a header");
    const auto lower = lower_case(name);
    if (lower == "host") ++hosts;
    if (lower == "transfer-encoding") return refused("Transfer-Encoding is not taken");
    if (lower != "content-length") continue;
    const auto length = plain_number(value);
    if (++lengths > 1 || !length) return refused("Content-Length is not one plain number");
    framing.body_length = *length;
  }
  if (hosts > 1 || (hosts == 0 && request.version == "HTTP/1.1")) return refused("not exactly one Host");
  return framing;
}

}  // namespace mizan::http
