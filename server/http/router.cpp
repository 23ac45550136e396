// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.hpp"

#include "http/percent.hpp"

#include <optional>

namespace mizan::http {
namespace {

/// The text up to the next slash, taken off the front of `rest` with that slash.
std::string_view take_segment(std::string_view& rest) {
  const auto slash = rest.find('/');
  const auto segment = rest.substr(0, slash);
  rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  return segment;
}

/// The parameters, when the path has the pattern's shape.
std::optional<Parameters> match(std::string_view pattern, std::string_view path) {
  Parameters found;
  if (!path.starts_with('/') || path.ends_with('/')) return std::nullopt;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = take_segment(pattern);
    const auto given = take_segment(path);
    if (wanted.starts_with('{')) {
      auto decoded = percent_decoded(given);
      if (given.empty() || !decoded) return std::nullopt;
      found.emplace(wanted.substr(1, wanted.size() - 2), std::move(*decoded));
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return found;
}

}  // namespace

bool Audience::admits(Role role) const {
  switch (role) {
    case Role::office:
      return everybody || office;
    case Role::expert:
      return everybody || expert;
    case Role::cra:
      return everybody || cra;
    case Role::operator_:
      break;
  }
  return everybody;
}

std::variant<Match, NoSuchMethod, NoSuchPath> Router::find(std::string_view method, std::string_view path) const {
  std::string allowed;
  for (const auto& route : m_routes) {
    auto parameters = match(route.pattern, path);
    if (!parameters) continue;
    if (route.method == method || (method == "HEAD" && route.method == "GET"))
      return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return NoSuchPath{};
  return NoSuchMethod{std::move(allowed)};
}

}  // namespace mizan::http
