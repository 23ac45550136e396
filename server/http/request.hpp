// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its reply as plain values, so that the endpoint knows no HTTP library.
#pragma once

#include "http/body_source.hpp"
#include "http/call.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mizan::http {

/// The framing has been checked; everything else is untrusted.
struct Request {
  std::string method;
  std::string path;     ///< begins with a slash; still percent-encoded
  std::string query;    ///< behind the question mark; still percent-encoded
  Parameters headers;   ///< lower-case names; repeated ones joined by a comma
  std::string address;  ///< of the client, behind trusted proxies
  BodySource& body;
};

struct Reply {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string bytes;
  std::shared_ptr<const std::string> shared;  ///< instead of `bytes`, where many requests get the same

  [[nodiscard]] std::string_view body() const { return shared ? std::string_view(*shared) : std::string_view(bytes); }
};

}  // namespace mizan::http
