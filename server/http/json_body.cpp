// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_body.hpp"

#include "base/json_depth.hpp"
#include "base/persian/digits.hpp"
#include "http/header_value.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mizan::http {
namespace {

constexpr int k_deepest = 32;
constexpr std::size_t k_piece = 64U << 10U;

tl::unexpected<Problem> malformed(std::string why) {
  return fail("request.malformed", "JSON: " + std::move(why));
}

Problem too_large(std::uint64_t limit) {
  const auto number = std::to_string(limit >> 10U);
  return Problem("request.too_large")
      .with("limit", persian::persian_digits(number) + " کیلوبایت")
      .with("limit_en", number + " kB");
}

Result<std::string> read_all(BodySource& body, std::uint64_t limit) {
  if (body.length() > limit) return fail(too_large(limit));
  std::string text;
  std::string piece(k_piece, '\0');
  for (;;) {
    auto read = body.read(std::as_writable_bytes(std::span(piece.data(), piece.size())));
    if (!read) return fail(std::move(read.error()));
    if (*read == 0) return text;
    text.append(piece, 0, *read);
    if (text.size() > limit) return fail(too_large(limit));
  }
}

bool holds_nul(const nlohmann::json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().find('\0') != std::string::npos;
  if (value.is_object())
    return std::any_of(value.items().begin(), value.items().end(), [](const auto& item) {
      return item.key().find('\0') != std::string::npos || holds_nul(item.value());
    });
  return value.is_array() && std::any_of(value.begin(), value.end(), holds_nul);
}

}  // namespace

Result<nlohmann::json> read_json(std::string_view content_type, BodySource& body, std::uint64_t limit) {
  if (parse_header_value(content_type).word != "application/json") return malformed("the type is not application/json");
  auto text = read_all(body, limit);
  if (!text) return fail(std::move(text.error()));
  if (nests_deeper(*text, k_deepest)) return malformed("nested too deeply");
  auto value = nlohmann::json::parse(*text, nullptr, false);
  if (value.is_discarded() || !value.is_object()) return malformed("no JSON object");
  if (holds_nul(value)) return malformed("a NUL character");
  return value;
}

}  // namespace mizan::http
