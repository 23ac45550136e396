// SPDX-License-Identifier: GPL-3.0-or-later
// Takes one input of a fuzzer apart into the texts and numbers that a target wants.
#pragma once

#include "base/persian/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace mizan::fuzz {

/// Refers to the bytes it was made of. What is no longer there is empty, or 0.
class Input {
 public:
  explicit Input(std::string_view bytes) : m_rest(bytes) {}

  std::uint8_t byte() {
    if (m_rest.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(m_rest.front());
    m_rest.remove_prefix(1);
    return first;
  }

  /// Up to the next line feed, which is left out.
  std::string_view line() {
    const auto end = std::min(m_rest.find('\n'), m_rest.size());
    const auto taken = m_rest.substr(0, end);
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    return taken;
  }

  [[nodiscard]] std::string_view rest() const noexcept { return m_rest; }
  [[nodiscard]] bool empty() const noexcept { return m_rest.empty(); }

 private:
  std::string_view m_rest;
};

inline bool is_utf8(std::string_view bytes) {
  return persian::encode(persian::decode(bytes)) == bytes;
}

}  // namespace mizan::fuzz
