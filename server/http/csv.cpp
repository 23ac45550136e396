// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/csv.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace mizan::http {
namespace {

bool is_plain_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  return !cell.empty() && std::count(cell.begin(), cell.end(), '.') <= 1 &&
         std::all_of(cell.begin(), cell.end(),
                     [](char c) { return c == '.' || std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

/// Spreadsheets skip blanks (also U+00A0 and the full-width signs) before they look for a formula.
bool looks_like_formula(std::string_view cell) {
  while (cell.starts_with(' ') || cell.starts_with("\xC2\xA0")) cell.remove_prefix(cell.starts_with(' ') ? 1 : 2);
  if (cell.empty()) return false;
  constexpr std::string_view k_starts = "=+-@\t\r\n";
  if (k_starts.find(cell.front()) != std::string_view::npos) return true;
  for (const std::string_view full_width : {"＝", "＋", "－", "＠"})
    if (cell.starts_with(full_width)) return true;
  return false;
}

std::string quoted(const std::string& cell) {
  std::string text = looks_like_formula(cell) && !is_plain_number(cell) ? "'" + cell : cell;
  if (text.find_first_of(",;\"\r\n\t") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

void CsvTable::add(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) m_bytes += (i == 0 ? "" : ",") + quoted(cells[i]);
  m_bytes += "\r\n";
}

Answer csv_answer(const CsvTable& table, std::string_view file_name) {
  auto answer = bytes_of("text/csv; charset=utf-8", table.bytes());
  answer.headers["Content-Disposition"] = "attachment; filename=\"" + std::string(file_name) + "\"";
  answer.headers["Cache-Control"] = "no-store";
  return answer;
}

std::string points_cell(std::int64_t thousandths) {
  std::string text = std::to_string(thousandths / 1000);
  if (thousandths < 0 && thousandths > -1000) text = "-0";
  auto rest = std::to_string(std::abs(thousandths % 1000));
  rest.insert(0, 3 - rest.size(), '0');
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? text : text + "." + rest;
}

}  // namespace mizan::http
