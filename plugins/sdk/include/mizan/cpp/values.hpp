// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and trees of values as C++ likes them.
#pragma once

#include "../text.h"
#include "../values.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::sdk {

inline std::string_view view(mizan_text text) {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}

/// Lends `text` to the other side; valid as long as `text` is.
inline mizan_text lend(std::string_view text) {
  return {text.data(), text.size()};
}

/// A place in a tree of values (see values.h). Cheap to copy. A place that does not exist is no error: it has no text,
/// no number and no children, so `answers["employees"][2]["name"].text()` is always safe. Valid during the present step
/// only.
class Values {
 public:
  Values() = default;
  explicit Values(const mizan_values* tree, std::string path = {}) : m_tree(tree), m_path(std::move(path)) {}

  [[nodiscard]] Values operator[](std::string_view name) const {
    return Values(m_tree, m_path.empty() ? std::string(name) : m_path + "/" + std::string(name));
  }
  [[nodiscard]] Values operator[](std::size_t index) const { return (*this)[std::string_view(std::to_string(index))]; }

  [[nodiscard]] bool exists() const { return kind() != MIZAN_VALUE_NONE; }
  [[nodiscard]] int32_t kind() const {
    return m_tree == nullptr ? MIZAN_VALUE_NONE : m_tree->kind(m_tree, lend(m_path));
  }

  /// A plain value written out; empty for lists, objects and nothing.
  [[nodiscard]] std::string text() const {
    return m_tree == nullptr ? std::string() : std::string(view(m_tree->text(m_tree, lend(m_path))));
  }

  /// A number in thousandths: 84.7 is 84700.
  [[nodiscard]] std::optional<std::int64_t> thousandths() const {
    std::int64_t number = 0;
    if (m_tree == nullptr || m_tree->thousandths(m_tree, lend(m_path), &number) != MIZAN_YES) return std::nullopt;
    return number;
  }

  /// A whole number; nothing when there is a fraction.
  [[nodiscard]] std::optional<std::int64_t> whole() const {
    const auto number = thousandths();
    if (!number || *number % 1000 != 0) return std::nullopt;
    return *number / 1000;
  }

  /// Elements of a list, members of an object.
  [[nodiscard]] std::size_t size() const { return m_tree == nullptr ? 0 : m_tree->count(m_tree, lend(m_path)); }
  /// The name of an object's member.
  [[nodiscard]] std::string name(std::size_t index) const {
    return m_tree == nullptr ? std::string() : std::string(view(m_tree->name(m_tree, lend(m_path), index)));
  }

  /// The first element of a list whose member `id` is `id`; a place that does not exist when there is none.
  [[nodiscard]] Values with_id(std::string_view id) const {
    for (std::size_t i = 0; i < size(); ++i)
      if ((*this)[i]["id"].text() == id) return (*this)[i];
    return {};
  }

 private:
  const mizan_values* m_tree = nullptr;
  std::string m_path;
};

}  // namespace mizan::sdk
