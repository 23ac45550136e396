// SPDX-License-Identifier: GPL-3.0-or-later
// The named limits of the HTTP server; the configuration sets them (section [server]).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mizan::http {

struct ServerOptions {
  std::string address = "127.0.0.1";           ///< where to listen; a proxy with TLS stands in front
  int port = 8080;                             ///< 0: any free one
  int threads = 256;                           ///< one per connection; they start when needed
  int queued = 256;                            ///< connections that wait for a thread; more are closed
  bool secure_cookies = false;                 ///< true behind TLS: the cookie is Secure, and HSTS is sent
  std::vector<std::string> trusted_proxies{};  ///< addresses whose X-Forwarded-For is believed

  std::uint64_t json_bytes = 1U << 20U;     ///< of a JSON body
  std::uint64_t upload_bytes = 50U << 20U;  ///< of an uploaded document
  std::chrono::seconds idle{15};            ///< a kept-alive connection without a request
  std::chrono::seconds header_time{10};     ///< from the first byte of a request to the end of its headers
  std::chrono::seconds request_time{30};  ///< of everything but uploads, from the first byte to the last of the answer
  std::chrono::seconds upload_time{900};  ///< of an upload
  std::chrono::seconds stop_time{10};     ///< requests in hand may finish this long when the server stops

  std::filesystem::path web;  ///< index.html and its assets
};

}  // namespace mizan::http
