// SPDX-License-Identifier: GPL-3.0-or-later
// The value in the table cell beside or under its label's, or in the rest of the label's own cell.
#include "verification/zones.hpp"

#include <algorithm>
#include <optional>

namespace mizan::verification {
namespace {

std::vector<int> tokens_in(const PageView& page, const TableCell& cell) {
  std::vector<int> out;
  for (const int word : cell.words)
    if (word >= 0 && static_cast<std::size_t>(word) < page.page().words.size())
      for (const int token : page.tokens_of(word)) out.push_back(token);
  return out;
}

bool contains(const std::vector<int>& tokens, int token) {
  return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

bool holds_label(const std::vector<int>& tokens, const std::vector<Occurrence>& occurrences) {
  return !tokens.empty() && std::any_of(occurrences.begin(), occurrences.end(),
                                        [&](const Occurrence& o) { return o.first == tokens.front(); });
}

const TableCell* cell_at(const Table& table, int row, int column) {
  const auto found = std::find_if(table.cells.begin(), table.cells.end(),
                                  [&](const TableCell& cell) { return cell.row == row && cell.column == column; });
  return found == table.cells.end() ? nullptr : &*found;
}

std::optional<Zone> zone_in(const PageView& page, const Table& table, const TableCell& cell,
                            const Occurrence& occurrence, const std::vector<Occurrence>& occurrences) {
  Zone zone;
  zone.standing = Standing::cell;
  zone.closed = true;
  zone.generic = occurrence.generic;
  zone.edits = occurrence.edits;
  zone.rank = occurrence.rank;
  const auto here = tokens_in(page, cell);
  for (const int token : here)
    if (token < occurrence.first || token > occurrence.last) zone.tokens.push_back(token);
  // The rest of the label's cell, when the label stands first in it and no other label follows.
  if (!zone.tokens.empty()) {
    const bool leads = here.front() == occurrence.first;
    const bool alone = std::none_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& o) {
      return o.first != occurrence.first && contains(here, o.first);
    });
    return leads && alone ? std::optional(zone) : std::nullopt;
  }
  for (const auto& [row, column] : {std::pair(cell.row, cell.column + 1), std::pair(cell.row + 1, cell.column)}) {
    const auto* next = cell_at(table, row, column);
    if (next == nullptr) continue;
    auto tokens = tokens_in(page, *next);
    if (tokens.empty() || holds_label(tokens, occurrences)) continue;
    zone.tokens = std::move(tokens);
    return zone;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Zone> cell_zones(const PageView& page, const std::vector<Occurrence>& occurrences) {
  std::vector<Zone> out;
  for (const Table& table : page.page().tables)
    for (const TableCell& cell : table.cells) {
      const auto here = tokens_in(page, cell);
      for (const auto& occurrence : occurrences)
        if (occurrence.own && contains(here, occurrence.first) && contains(here, occurrence.last))
          if (auto zone = zone_in(page, table, cell, occurrence, occurrences)) out.push_back(std::move(*zone));
    }
  return out;
}

}  // namespace mizan::verification
