// SPDX-License-Identifier: GPL-3.0-or-later
// Which resource answers which method and path, for whom, with what body.
#pragma once

#include "http/answer.hpp"
#include "http/call.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mizan::http {

/// Who may call a route; `everybody` needs no sign-in.
struct Audience {
  bool everybody = false;
  bool office = false;
  bool expert = false;
  bool cra = false;

  [[nodiscard]] bool admits(Role role) const;
};

/// `raw` bodies are read by the handler itself.
enum class Body { none, json, upload, raw };

using Handler = Result<Answer> (*)(const Call& call);

/// One row: `pattern` is the path as api.yaml writes it, "/declarations/{id}/sections/{section}" (below /api/v1), or
/// "/files/{upload}".
struct Route {
  std::string_view method;
  std::string_view pattern;
  Audience audience;
  Body body = Body::none;
  Handler handler = nullptr;
};

struct Match {
  const Route* route = nullptr;
  Parameters path;
};
struct NoSuchPath {};
struct NoSuchMethod {
  std::string allowed;  ///< the methods this path takes, as the header Allow wants them
};

/// Immutable; share it freely between threads. `routes` must outlive it.
class Router {
 public:
  explicit Router(std::span<const Route> routes) : m_routes(routes) {}

  /// `path` is still percent-encoded; parameters come decoded. A literal segment wins over a
  /// parameter by standing earlier in the table. HEAD finds GET too.
  [[nodiscard]] std::variant<Match, NoSuchMethod, NoSuchPath> find(std::string_view method,
                                                                   std::string_view path) const;

 private:
  std::span<const Route> m_routes;
};

/// Every route of server/docs/api.yaml below /api/v1.
[[nodiscard]] std::span<const Route> api_routes();

}  // namespace mizan::http
