// SPDX-License-Identifier: GPL-3.0-or-later
// Requests as HTTP brings them: a line "METHOD TARGET VERSION", lines "Name: value", an empty line, a JSON body.
#include "fuzz/input.hpp"
#include "fuzz/memory_body.hpp"
#include "fuzz/target.hpp"
#include "http/framing.hpp"
#include "http/header_value.hpp"
#include "http/json_body.hpp"
#include "http/percent.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace mizan::fuzz {
namespace {

constexpr std::uint64_t k_limit = 8192;

http::RawRequest request_of(Input& input) {
  http::RawRequest request;
  const auto first = input.line();
  const auto target = std::min(first.find(' '), first.size());
  const auto version = std::max(target, std::min(first.rfind(' '), first.size()));
  request.method = first.substr(0, target);
  request.target = http::trimmed(first.substr(target, version - target));
  request.version = http::trimmed(first.substr(version));
  for (auto line = input.line(); !line.empty(); line = input.line()) {
    const auto colon = std::min(line.find(':'), line.size());
    request.headers.emplace_back(line.substr(0, colon), http::trimmed(line.substr(std::min(colon + 1, line.size()))));
  }
  return request;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    (out += '%') += k_digits[byte >> 4U];
    out += k_digits[byte & 15U];
  }
  return out;
}

void check_one_meaning(const http::RawRequest& request) {
  const auto framing = http::check_framing(request);
  if (!framing.refusal.empty()) {
    promise(framing.body_length == 0, "a refused request has no body");
    return;
  }
  int hosts = 0, lengths = 0;
  for (const auto& [name, value] : request.headers) {
    const auto lower = http::lower_case(name);
    promise(lower != "transfer-encoding", "no transfer encoding is taken");
    promise(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a value is one line");
    hosts += lower == "host" ? 1 : 0;
    if (lower != "content-length") continue;
    ++lengths;
    const auto first = value.find_first_not_of('0');
    promise(std::to_string(framing.body_length) == (first == std::string::npos ? "0" : value.substr(first)),
            "the length is what its digits say");
  }
  promise(lengths <= 1 && (lengths == 1 || framing.body_length == 0), "there is one length");
  promise(hosts == 1 || (hosts == 0 && request.version == "HTTP/1.0"), "there is one host");
  promise(request.target.starts_with('/'), "a target is a path");
}

void check_target(std::string_view target) {
  const auto mark = std::min(target.find('?'), target.size());
  if (const auto path = http::percent_decoded(target.substr(0, mark))) {
    promise(is_utf8(*path) && path->find('\0') == std::string::npos, "a path is a text");
    promise(http::percent_decoded(percent_encoded(*path)) == path, "a path comes back");
  }
  const auto query = http::query_parameters(target.substr(std::min(mark + 1, target.size())));
  if (!query) return;
  std::string written;
  for (const auto& [name, value] : *query) {
    promise(is_utf8(name) && is_utf8(value), "parameters are texts");
    promise(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos, "parameters have no NUL");
    written += (written.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  }
  promise(http::query_parameters(written) == query, "a query comes back");
}

void check_values(const http::RawRequest& request) {
  for (const auto& [name, value] : request.headers) {
    const auto parsed = http::parse_header_value(value);
    promise(http::trimmed(parsed.word) == parsed.word && http::lower_case(parsed.word) == parsed.word,
            "a value's word is trimmed and small");
    for (const auto& [key, text] : parsed.parameters) promise(text.size() <= value.size(), "parameters do not grow");
    promise(http::cookie(value, "mizan").size() <= value.size(), "a cookie is a part of its header");
    (void)http::accepts(value, "gzip");
  }
}

std::size_t depth_of(const nlohmann::json& value) {
  std::size_t deepest = 0;
  if (value.is_structured())
    for (const auto& each : value) deepest = std::max(deepest, depth_of(each) + 1);
  return deepest;
}

bool has_nul(const nlohmann::json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().find('\0') != std::string::npos;
  if (value.is_object())
    for (const auto& [name, member] : value.items())
      if (name.find('\0') != std::string::npos) return true;
  return value.is_structured() && std::any_of(value.begin(), value.end(), has_nul);
}

void check_body(std::string_view type, std::string_view bytes) {
  MemoryBody body(bytes, bytes.size() + 1);
  const auto value = http::read_json(type, body, k_limit);
  if (!value) {
    const auto code = value.error().code;
    promise(code == ProblemCode("request.malformed") || code == ProblemCode("request.too_large"),
            "a bad body is refused with a known code");
    return;
  }
  promise(value->is_object() && bytes.size() <= k_limit, "a body is an object within its limit");
  promise(depth_of(*value) <= 32, "a body is shallow");
  promise(!has_nul(*value), "a body has no NUL");
  (void)value->dump();  // throws where a text is no UTF-8
}

void try_input(std::string_view untrusted_bytes) {
  Input input(untrusted_bytes);
  const auto request = request_of(input);
  check_one_meaning(request);
  check_target(request.target);
  check_values(request);
  check_body("application/json", input.rest());
}

const Registered k_target({"http_request", try_input});

}  // namespace
}  // namespace mizan::fuzz
