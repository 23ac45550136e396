// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way to a resource: who asks, for what, with which words.
#pragma once

#include "base/result.hpp"
#include "http/body_source.hpp"
#include "http/upload.hpp"
#include "model/account.hpp"
#include "workflow/access/sessions.hpp"
#include "workflow/services.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::http {

/// Decoded texts by name; path parameters come from the route, query parameters from the URL (the last one wins).
using Parameters = std::map<std::string, std::string, std::less<>>;

/// Made by the endpoint for one request and borrowed for the time of the call. The endpoint has checked session, role,
/// CSRF token and size before a resource sees it. Used by one thread.
struct Call {
  const workflow::Services& services;
  const workflow::Visitor& visitor;  ///< session and actor; the public's actor has an empty scope
  const Parameters& path;
  const Parameters& query;
  const Parameters& headers;   ///< lower-case names
  const nlohmann::json& body;  ///< of JSON routes, an object; null elsewhere
  Upload* upload = nullptr;    ///< of upload routes that got multipart; null elsewhere
  BodySource* raw = nullptr;   ///< of routes that read the body themselves; null elsewhere

  [[nodiscard]] const Actor& actor() const { return visitor.actor; }

  /// A path parameter that is a row number. Fails with `access.not_found`: what is no number does not exist.
  template <class Id>
  [[nodiscard]] Result<Id> path_id(std::string_view name) const {
    auto number = path_number(name);
    if (!number) return fail(std::move(number.error()));
    return Id{*number};
  }
  /// A whole number of the query; `fallback` when it is absent. Fails with `request.malformed`, naming it.
  [[nodiscard]] Result<std::int64_t> query_number(std::string_view name, std::int64_t fallback) const;
  /// A text of the query; empty when absent.
  [[nodiscard]] std::string query_text(std::string_view name) const;

 private:
  [[nodiscard]] Result<std::int64_t> path_number(std::string_view name) const;
};

}  // namespace mizan::http
