// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/body_member.hpp"

namespace mizan::http {

Result<std::string> text_member(const Call& call, std::string_view name) {
  const auto found = call.body.find(name);
  if (found == call.body.end() || !found->is_string())
    return fail(Problem("request.malformed", "no text " + std::string(name)).on_field(std::string(name)));
  return found->get<std::string>();
}

Outcome text_members(const Call& call, std::initializer_list<std::pair<std::string_view, std::string*>> members) {
  for (const auto& [name, into] : members) {
    auto text = text_member(call, name);
    if (!text) return fail(std::move(text.error()));
    *into = std::move(*text);
  }
  return {};
}

}  // namespace mizan::http
