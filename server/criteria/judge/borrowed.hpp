// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the host lends to a plugin for the length of one step.
#pragma once

#include "mizan/text.h"

#include <deque>
#include <string>
#include <string_view>

namespace mizan::criteria {

[[nodiscard]] inline std::string_view view(mizan_text text) {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}

[[nodiscard]] inline mizan_text text_of(std::string_view text) {
  return {text.data(), text.size()};
}

/// Keeps what was lent; the one thread of the judge uses the one object of `borrowed()`.
class Borrowed {
 public:
  [[nodiscard]] mizan_text lend(std::string text) { return text_of(m_texts.emplace_back(std::move(text))); }
  void clear() { m_texts.clear(); }

 private:
  std::deque<std::string> m_texts;
};

[[nodiscard]] inline Borrowed& borrowed() {
  static Borrowed s_borrowed;
  return s_borrowed;
}

}  // namespace mizan::criteria
