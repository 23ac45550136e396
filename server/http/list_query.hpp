// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters that lists have in common: page, after, and choices of an enum.
#pragma once

#include "http/call.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::http {

inline constexpr int k_page_size = 50;

/// `page` of the query, counted from 0 as the stores do. Fails with `request.malformed` unless it is from 1 to a
/// million.
[[nodiscard]] inline Result<int> page_of(const Call& call) {
  auto page = call.query_number("page", 1);
  if (!page) return fail(std::move(page.error()));
  if (*page < 1 || *page > 1'000'000) return fail(Problem("request.malformed", "no such page").on_field("page"));
  return static_cast<int>(*page) - 1;
}

/// A row number of the query, unset when absent.
template <class Id>
[[nodiscard]] Result<Id> query_id(const Call& call, std::string_view name) {
  auto number = call.query_number(name, 0);
  if (!number) return fail(std::move(number.error()));
  return Id{*number};
}

/// A value whose text `from_text` knows; nothing when absent. Fails with `request.malformed`, naming the parameter.
template <class Value>
[[nodiscard]] Result<std::optional<Value>> query_choice(const Call& call, std::string_view name) {
  const auto text = call.query_text(name);
  if (text.empty()) return std::nullopt;
  Value value{};
  if (!from_text(text, value)) return fail(Problem("request.malformed", "no such choice").on_field(std::string(name)));
  return value;
}

}  // namespace mizan::http
