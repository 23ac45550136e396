// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/account_file.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

namespace mizan::cli {
namespace {

using Row = std::vector<std::string>;
using Cells = std::map<std::string, std::string, std::less<>>;

Problem invalid(const std::filesystem::path& file, std::string path, std::string reason) {
  return Problem("definition.invalid")
      .with("file", file.string())
      .with("path", std::move(path))
      .with("reason", std::move(reason));
}

/// RFC 4180: commas, quotes doubled inside quotes, line ends inside quotes; CRLF or LF.
std::vector<Row> rows_of(std::string_view text) {
  std::vector<Row> rows;
  Row row;
  std::string field;
  bool quoted = false;
  const auto end_row = [&] {
    row.push_back(std::exchange(field, {}));
    if (row.size() > 1 || !row.front().empty()) rows.push_back(std::move(row));
    row = {};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.push_back(std::exchange(field, {}));
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      field += c;
    }
  }
  end_row();
  return rows;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

Office office_of(const Cells& cells) {
  const auto cell = [&](std::string_view name) {
    const auto found = cells.find(name);
    return found == cells.end() ? std::string() : found->second;
  };
  Office office;
  office.licence_no = cell("licence_no");
  office.name = cell("office_name");
  office.holder_name = cell("holder_name");
  office.holder_national_id = cell("holder_national_id");
  office.province = cell("province");
  office.city = cell("city");
  office.address = cell("address");
  office.postal_code = cell("postal_code");
  office.mobile = cell("mobile");
  return office;
}

/// Empty when the line is right, else the column that is not.
std::string fill(workflow::AccountLine& line, const Cells& cells) {
  const auto cell = [&](std::string_view name, std::string_view fallback = {}) {
    const auto found = cells.find(name);
    return found == cells.end() || found->second.empty() ? std::string(fallback) : found->second;
  };
  line.national_code = cell("national_code");
  line.name = cell("name");
  line.provinces = words_of(cell("provinces"));
  if (!from_text(cell("role", "office"), line.role) || line.role == Role::operator_) return "role";
  const auto tie = cell("tie", "licensee");
  if (tie != "licensee" && tie != "user") return "tie";
  line.tie = tie == "user" ? OfficeTie::user : OfficeTie::licensee;
  if (cell("licence_no").empty()) return {};
  line.office = office_of(cells);
  return from_text(cell("office_kind", "pishkhan"), line.office->kind) ? std::string() : "office_kind";
}

}  // namespace

Result<std::vector<workflow::AccountLine>> read_account_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(Problem("definition.unreadable").with("file", file.string()).with("reason", "it cannot be opened"));
  std::ostringstream content;
  content << in.rdbuf();
  auto text = content.str();
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const auto rows = rows_of(text);
  if (rows.empty()) return fail(invalid(file, "1", "the heading line is missing"));
  const auto known = words_of([] {
    std::string names(k_account_columns);
    std::replace(names.begin(), names.end(), ',', ' ');
    return names;
  }());
  for (const auto& name : rows.front())
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fail(invalid(file, "1", "there is no column " + name));
  std::vector<workflow::AccountLine> lines;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows.front().size())
      return fail(invalid(file, std::to_string(i + 1), "it has not as many fields as the heading"));
    Cells cells;
    for (std::size_t column = 0; column < rows[i].size(); ++column)
      cells.emplace(rows.front()[column], rows[i][column]);
    auto& line = lines.emplace_back();
    if (const auto wrong = fill(line, cells); !wrong.empty())
      return fail(invalid(file, std::to_string(i + 1) + "/" + wrong, "unknown value"));
  }
  return lines;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace mizan::cli
