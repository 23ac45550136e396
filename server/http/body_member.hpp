// SPDX-License-Identifier: GPL-3.0-or-later
// Typed members of a JSON body.
#pragma once

#include "http/call.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::http {

/// A required text of call.body. Fails with `request.malformed` on that field when it is absent or no text.
[[nodiscard]] Result<std::string> text_member(const Call& call, std::string_view name);

/// Several required texts at once; the first that is wrong is named.
[[nodiscard]] Outcome text_members(const Call& call,
                                   std::initializer_list<std::pair<std::string_view, std::string*>> members);

}  // namespace mizan::http
