// SPDX-License-Identifier: GPL-3.0-or-later
// From a request to a reply: session, role, CSRF, body, resource, and what every reply carries.
#pragma once

#include "http/request.hpp"
#include "http/router.hpp"
#include "http/server_options.hpp"
#include "http/static_files.hpp"
#include "workflow/services.hpp"

namespace mizan::http {

inline constexpr std::string_view k_session_cookie = "mizan_session";
inline constexpr std::string_view k_csrf_header = "x-mizan-csrf";
inline constexpr std::string_view k_api_prefix = "/api/v1";

/// Thread-safe; its references outlive it. Nothing it calls can make it throw: an exception is logged and answered as
/// 500 `server.internal`.
class Endpoint {
 public:
  Endpoint(const workflow::Services& services, std::span<const Route> routes, const ServerOptions& options);

  [[nodiscard]] Reply answer(Request& request) const noexcept;
  /// Whether the path takes a document, which may need more time than other requests.
  [[nodiscard]] bool takes_upload(std::string_view method, std::string_view path) const;

 private:
  [[nodiscard]] Reply answer_or_throw(Request& request) const;
  [[nodiscard]] Reply answer_api(Request& request) const;
  [[nodiscard]] Reply answer_files(Request& request) const;
  [[nodiscard]] Result<Answer> call_files(const std::string& method, const Match& match, Request& request) const;
  [[nodiscard]] Result<Answer> call(const Match& match, Request& request) const;
  [[nodiscard]] Result<Answer> call_with_body(const Match& match, Request& request, const workflow::Visitor& visitor,
                                              const Parameters& query) const;
  [[nodiscard]] Result<workflow::Visitor> visitor_of(const Request& request) const;
  [[nodiscard]] Reply reply_of(const Answer& answer, const Request& request) const;

  const workflow::Services& m_services;
  Router m_router;
  Router m_files_router;
  const ServerOptions& m_options;
  StaticFiles m_files;
};

}  // namespace mizan::http
