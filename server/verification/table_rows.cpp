// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/table_rows.hpp"

#include "verification/matchers/numerals.hpp"
#include "verification/row_cells.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

struct Heading {
  int last_row = -1, edits = 0;       ///< the last row of heads: values stand below it
  const TableCell* cell = nullptr;    ///< the field's head
  const TableCell* second = nullptr;  ///< of the family name, where a name stands in two columns
};

struct Head {
  const TableCell* cell;
  const Occurrence* occurrence;
};

/// The cells of a table that hold heads, and not a frame full of them.
std::vector<Head> heads_in(const PageView& page, const Table& table, const std::vector<Occurrence>& occurrences) {
  std::vector<Head> out;
  for (const TableCell& cell : table.cells) {
    const auto tokens = page.tokens_in(cell);
    std::vector<Head> here;
    for (const auto& occurrence : occurrences)
      if (contains(tokens, occurrence.first)) here.push_back({&cell, &occurrence});
    if (static_cast<int>(here.size()) <= k_most_heads) out.insert(out.end(), here.begin(), here.end());
  }
  return out;
}

/// Heads below heads: a row without a number below the first one.
int last_row_of_heads(const PageView& page, const Table& table, int row) {
  constexpr int k_most_rows = 3;
  int last = row;
  for (int next = row + 1; next < row + k_most_rows; ++next) {
    bool any = false, number = false;
    for (const TableCell& cell : table.cells) {
      if (cell.row != next) continue;
      for (const int at : page.tokens_in(cell)) {
        any = true;
        const auto numeral = numeral_of(page.token(at).first().normal);
        number = number || (numeral && numeral->digits().size() > 2);  // «حق بیمه ۷٪» is a head
      }
    }
    if (!any || number) break;
    last = next;
  }
  return last;
}

// The header row is the one with the most column heads in it, the one that is meant among them or below it.
template <typename Meant>
std::optional<Heading> heading_of(const PageView& page, const Table& table, const std::vector<Occurrence>& occurrences,
                                  Meant meant) {
  const auto heads = heads_in(page, table, occurrences);
  std::map<int, std::set<int>> columns;  // with a head, by row
  for (const auto& head : heads) columns[head.cell->row].insert(head.cell->column);
  const auto most = [&](const Head& head) { return columns[head.cell->row].size(); };
  std::optional<Heading> out;
  std::size_t beside = 0;
  for (const auto& top : heads) {
    const int last = last_row_of_heads(page, table, top.cell->row);
    if (most(top) < 2 || most(top) <= beside) continue;
    // Of heads over heads the lowest is meant; of those of one height the one that says most.
    const Head* best = nullptr;
    for (const auto& head : heads) {
      if (!meant(*head.occurrence) || head.cell->row < top.cell->row || head.cell->row > last) continue;
      const auto height = [&](const Head& h) { return page.token(h.occurrence->first).box.y0; };
      const bool lower = best == nullptr || (height(head) - height(*best)) * 2 > page.line_height();
      const bool level = best != nullptr && std::abs(height(head) - height(*best)) * 2 <= page.line_height();
      if (lower || (level && head.occurrence->length > best->occurrence->length)) best = &head;
    }
    if (best == nullptr) continue;
    beside = most(top);
    out = Heading{last, best->occurrence->edits, best->cell, nullptr};
    for (const auto& head : heads)
      if (head.occurrence->part == NamePart::family && head.cell->row >= top.cell->row && head.cell->row <= last)
        out->second = head.cell;
  }
  return out;
}

bool under(const TableCell& head, const TableCell& cell) {
  const int centre = (cell.box.x0 + cell.box.x1) / 2;
  return centre >= head.box.x0 && centre < head.box.x1;
}

using Cells = std::map<int, std::vector<int>>;  // by column

// The row that bears this number, and a row next to it the next number: a number may be misread, and a row be parted by
// a rule that is none.
const Cells* numbered_row(const std::vector<std::pair<std::optional<int>, const Cells*>>& rows, int number) {
  const auto is = [&](std::size_t row, int wanted) { return row < rows.size() && rows[row].first == wanted; };
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (is(i, number) && (is(i + 1, number + 1) || is(i - 1, number - 1))) return rows[i].second;
  return nullptr;
}

/// The numbers of a column, row by row.
std::vector<std::optional<int>> numbers_of(const PageView& page, const std::map<int, Cells>& rows, int column) {
  std::vector<std::optional<int>> out;
  out.reserve(rows.size());
  for (const auto& [row, cells] : rows) {
    const auto cell = cells.find(column);
    out.push_back(cell == cells.end() ? std::nullopt : number_in(page, cell->second, k_row_digits));
  }
  return out;
}

/// Of the column that counts the rows: most often one more than the row above. It need not be the first one.
std::vector<std::optional<int>> row_numbers(const PageView& page, const std::map<int, Cells>& rows) {
  std::set<int> columns;
  for (const auto& [row, cells] : rows)
    for (const auto& [column, tokens] : cells) columns.insert(column);
  std::vector<std::optional<int>> best(rows.size());
  int most = -1;
  for (const int column : columns) {
    auto numbers = numbers_of(page, rows, column);
    int counting = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i)
      counting += numbers[i] && numbers[i - 1] && *numbers[i] == *numbers[i - 1] + 1 ? 1 : 0;
    if (counting <= most) continue;
    most = counting;
    best = std::move(numbers);
  }
  return best;
}

// By the printed row numbers where there are any, since a list goes on over several pages; otherwise by counting.
const Cells* chosen_row(const PageView& page, const std::map<int, Cells>& rows, int number) {
  std::vector<std::pair<std::optional<int>, const Cells*>> numbered;
  numbered.reserve(rows.size());
  const auto numbers = row_numbers(page, rows);
  for (const auto& [row, cells] : rows) numbered.emplace_back(numbers[numbered.size()], &cells);
  if (const auto* row = numbered_row(numbered, number)) return row;
  // What most rows agree the first one is called.
  std::map<int, int> votes;
  for (std::size_t i = 0; i < numbered.size(); ++i)
    if (numbered[i].first) ++votes[*numbered[i].first - static_cast<int>(i)];
  const auto first =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool told = first != votes.end() && first->first >= 1 && (first->first == 1 || first->second > 1) &&
                    first->second * 2 > static_cast<int>(rows.size());
  const int index = number - (told ? first->first : 1);
  if (index < 0 || index >= static_cast<int>(numbered.size())) return nullptr;
  return numbered[static_cast<std::size_t>(index)].second;
}

// A list whose rows no rule parts: one cell of a column holds them all.
bool holds_many_rows(const PageView& page, const std::map<int, Cells>& rows) {
  constexpr int k_few = 3;
  int crowded = 0;  // cells with numbers in several lines
  for (const auto& [row, cells] : rows)
    for (const auto& [column, tokens] : cells) {
      std::set<int> lines;
      for (const int at : tokens)
        if (numeral_of(page.token(at).first().normal)) lines.insert(page.token(at).line);
      crowded += static_cast<int>(lines.size()) >= k_few ? 1 : 0;
    }
  return crowded >= 2;
}

}  // namespace

std::vector<Zone> table_row_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                  const Claim& claim) {
  std::vector<Zone> out;
  for (const Table& table : page.page().tables) {
    const auto heading = heading_of(page, table, occurrences, [](const Occurrence& o) { return o.own; });
    if (!heading) continue;
    std::map<int, Cells> rows;
    std::map<int, const TableCell*> columns;
    for (const TableCell& cell : table.cells) {
      if (cell.row <= heading->last_row) continue;
      columns.try_emplace(cell.column, &cell);
      if (auto tokens = page.tokens_in(cell); !tokens.empty()) rows[cell.row][cell.column] = std::move(tokens);
    }
    const auto* cells = holds_many_rows(page, rows) ? nullptr : chosen_row(page, rows, claim.row);
    if (cells == nullptr) continue;
    // One column under the head, or several where what parts them was not read: then one of them is meant.
    std::vector<std::vector<int>> found;
    for (const auto& [column, tokens] : *cells)
      if (under(*heading->cell, *columns[column])) found.push_back(tokens);
    if (heading->second != nullptr && found.size() == 1)
      for (const auto& [column, tokens] : *cells)
        if (heading->second != heading->cell && under(*heading->second, *columns[column]))
          found.front().insert(found.front().end(), tokens.begin(), tokens.end());
    for (auto& tokens : found) {
      out.push_back(row_zone(std::move(tokens), heading->edits));
      out.back().doubtful_owner = found.size() > 1;
    }
  }
  return out;
}

std::vector<Zone> table_sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                  const std::set<std::string>& column) {
  std::vector<Zone> out;
  for (const Table& table : page.page().tables) {
    const auto heading =
        heading_of(page, table, occurrences, [&](const Occurrence& o) { return column.contains(o.label); });
    if (!heading) continue;
    std::map<int, std::vector<int>> rows, cells;
    for (const TableCell& cell : table.cells) {
      if (cell.row <= heading->last_row) continue;
      auto tokens = page.tokens_in(cell);
      rows[cell.row].insert(rows[cell.row].end(), tokens.begin(), tokens.end());
      if (under(*heading->cell, cell) && cells[cell.row].empty()) cells[cell.row] = std::move(tokens);
    }
    for (auto& [row, tokens] : cells)
      if (!tokens.empty() && says_sum(page, rows[row])) out.push_back(row_zone(std::move(tokens), heading->edits));
  }
  return out;
}

}  // namespace mizan::verification
