// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for spreadsheets: UTF-8 with byte order mark, no cell that a spreadsheet would run.
#pragma once

#include "http/answer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::http {

/// RFC 4180 with CRLF. A cell that starts with = + - @ or a control character would be run as a formula by spreadsheets
/// and gets an apostrophe in front, unless it is a plain number. Used by one thread.
class CsvTable {
 public:
  explicit CsvTable(const std::vector<std::string>& headings) { add(headings); }
  void add(const std::vector<std::string>& cells);
  [[nodiscard]] const std::string& bytes() const noexcept { return m_bytes; }

 private:
  std::string m_bytes = "\xEF\xBB\xBF";
};

/// A download of this name (ASCII).
[[nodiscard]] Answer csv_answer(const CsvTable& table, std::string_view file_name);

/// Points as people write them: 82500 thousandths are "82.5".
[[nodiscard]] std::string points_cell(std::int64_t thousandths);

}  // namespace mizan::http
