// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/routes.hpp"

#include "http/tus/handlers.hpp"
#include "http/tus/headers.hpp"

#include <array>

namespace mizan::http::tus {
namespace {

constexpr std::string_view k_root = "/files";
constexpr Audience k_public{true, false, false, false};
constexpr Audience k_office{false, true, false, false};

// clang-format off
constexpr std::array k_routes{
    Route{"OPTIONS", "/files", k_public, Body::none, options},
    Route{"POST", "/files", k_office, Body::raw, create},
    Route{"OPTIONS", "/files/{upload}", k_public, Body::none, options},
    Route{"HEAD", "/files/{upload}", k_office, Body::none, head},
    Route{"PATCH", "/files/{upload}", k_office, Body::raw, patch},
    Route{"DELETE", "/files/{upload}", k_office, Body::none, terminate},
};
// clang-format on

}  // namespace

std::span<const Route> routes() {
  return k_routes;
}

bool is_ours(std::string_view path) {
  return path == k_root || (path.starts_with(k_root) && path[k_root.size()] == '/');
}

std::string_view path_of(const Request& request) {
  const std::string_view path = request.path;
  return path.size() == k_root.size() + 1 ? path.substr(0, k_root.size()) : path;
}

std::string method_of(const Request& request) {
  const auto wanted = field(request.headers, "x-http-method-override");
  return wanted.empty() ? request.method : std::string(wanted);
}

Outcome check_version(const Request& request) {
  if (field(request.headers, "tus-resumable") == k_version) return {};
  return fail(Problem("upload.version").with("version", std::string(k_version)));
}

void add_headers(Reply& reply, const Problem* refusal) {
  reply.headers.emplace_back("Tus-Resumable", k_version);
  if (refusal == nullptr) return;
  if (refusal->code == ProblemCode("upload.version")) reply.headers.emplace_back("Tus-Version", k_version);
  if (const auto offset = refusal->params.find("offset"); offset != refusal->params.end())
    reply.headers.emplace_back("Upload-Offset", offset->second);
}

}  // namespace mizan::http::tus
