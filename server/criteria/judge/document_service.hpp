// SPDX-License-Identifier: GPL-3.0-or-later
// mizan.document/1 over a stored reading.
#pragma once

#include "mizan/services/document.h"
#include "model/reading.hpp"

#include <string>
#include <vector>

namespace mizan::criteria {

/// What a plugin's opaque mizan_document is: a reading with its words in reading order. Not copied: plugins hold its
/// address.
class JudgedReading {
 public:
  explicit JudgedReading(Reading reading);

  [[nodiscard]] const mizan_document* handle() const { return reinterpret_cast<const mizan_document*>(this); }
  [[nodiscard]] const Reading& reading() const { return m_reading; }
  /// The page's words line by line, then those that stand in no line.
  [[nodiscard]] const std::vector<const Word*>& words(std::size_t page) const { return m_words[page]; }
  /// Their letters, made at the first question.
  [[nodiscard]] const std::vector<std::string>& letters(std::size_t page) const;

 private:
  Reading m_reading;
  std::vector<std::vector<const Word*>> m_words;
  mutable std::vector<std::vector<std::string>> m_letters;
};

[[nodiscard]] const mizan_document_service& document_service();

}  // namespace mizan::criteria
