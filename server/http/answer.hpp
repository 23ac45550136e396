// SPDX-License-Identifier: GPL-3.0-or-later
// What a resource answers when it does not refuse.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mizan::http {

/// Either JSON, or bytes with their media type, or nothing (204, 304). Refusals travel as Problems instead.
struct Answer {
  int status = 200;
  nlohmann::json json;  ///< sent when `media_type` is empty and the status has a body
  std::string media_type;
  std::string bytes;
  std::map<std::string, std::string> headers;  ///< ETag, Cache-Control, Content-Disposition, …
  std::optional<std::string> session_token;    ///< becomes the session cookie; an empty one ends it
};

[[nodiscard]] inline Answer ok(nlohmann::json json) {
  return {200, std::move(json), {}, {}, {}, {}};
}
[[nodiscard]] inline Answer created(nlohmann::json json) {
  return {201, std::move(json), {}, {}, {}, {}};
}
[[nodiscard]] inline Answer accepted(nlohmann::json json) {
  return {202, std::move(json), {}, {}, {}, {}};
}
[[nodiscard]] inline Answer no_content() {
  return {204, {}, {}, {}, {}, {}};
}
[[nodiscard]] inline Answer not_modified(std::string etag) {
  return {304, {}, {}, {}, {{"ETag", std::move(etag)}}, {}};
}
[[nodiscard]] inline Answer bytes_of(std::string media_type, std::string bytes) {
  return {200, {}, std::move(media_type), std::move(bytes), {}, {}};
}

}  // namespace mizan::http
