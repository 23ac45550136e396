// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.hpp"

#include "borrowed.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::criteria {
namespace {

using nlohmann::json;

const json* child_of(const json& parent, std::string_view name) {
  if (parent.is_object()) {
    const auto found = parent.find(std::string(name));
    return found == parent.end() ? nullptr : &*found;
  }
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  if (!parent.is_array() || error != std::errc{} || end != name.data() + name.size() || index >= parent.size())
    return nullptr;
  return &parent[index];
}

const json* place(const mizan_values* values, mizan_text path) {
  const auto* at = static_cast<const json*>(values->host_data);
  auto rest = view(path);
  while (at != nullptr && !rest.empty()) {
    const auto slash = rest.find('/');
    at = child_of(*at, rest.substr(0, slash));
    rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  }
  return at;
}

int32_t kind(const mizan_values* values, mizan_text path) {
  const auto* at = place(values, path);
  if (at == nullptr || at->is_null()) return MIZAN_VALUE_NONE;
  if (at->is_string()) return MIZAN_VALUE_TEXT;
  if (at->is_number()) return MIZAN_VALUE_NUMBER;
  if (at->is_boolean()) return MIZAN_VALUE_BOOLEAN;
  return at->is_array() ? MIZAN_VALUE_LIST : MIZAN_VALUE_OBJECT;
}

mizan_text text(const mizan_values* values, mizan_text path) {
  const auto* at = place(values, path);
  if (at == nullptr) return {};
  if (at->is_string()) return text_of(at->get_ref<const std::string&>());
  if (at->is_number() || at->is_boolean()) return borrowed().lend(at->dump());
  return {};
}

/// "84.7" → 84700; one '.' at most, rounded half away from zero.
std::optional<std::int64_t> thousandths_of(std::string_view written) {
  const bool negative = written.starts_with('-');
  if (negative) written.remove_prefix(1);
  const auto point = written.find('.');
  const auto whole = written.substr(0, point);
  const auto fraction = point == std::string_view::npos ? std::string_view{} : written.substr(point + 1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  constexpr std::int64_t k_most = INT64_MAX / 1000 - 1;
  if (whole.empty() || whole.front() == '-' || error != std::errc{} || end != whole.data() + whole.size() ||
      number > k_most)
    return std::nullopt;
  if (fraction.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) number = number * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  if (fraction.size() > 3 && fraction[3] >= '5') ++number;
  return negative ? -number : number;
}

int32_t thousandths(const mizan_values* values, mizan_text path, std::int64_t* out) {
  const auto* at = place(values, path);
  if (at == nullptr || !(at->is_number() || at->is_string())) return MIZAN_NO;
  const auto number = thousandths_of(at->is_string() ? at->get<std::string>() : at->dump());
  if (!number) return MIZAN_NO;
  *out = *number;
  return MIZAN_YES;
}

std::size_t count(const mizan_values* values, mizan_text path) {
  const auto* at = place(values, path);
  return at != nullptr && at->is_structured() ? at->size() : 0;
}

mizan_text name(const mizan_values* values, mizan_text path, std::size_t index) {
  const auto* at = place(values, path);
  if (at == nullptr || !at->is_object() || index >= at->size()) return {};
  return text_of(std::next(at->begin(), static_cast<std::ptrdiff_t>(index)).key());
}

}  // namespace

mizan_values values_of(const json& tree) {
  // The pointer is only ever read through; C has no const for "the host's own".
  return {const_cast<json*>(&tree), kind, text, thousandths, count, name};
}

}  // namespace mizan::criteria
