// SPDX-License-Identifier: GPL-3.0-or-later
// The value in the table cell beside or under its label's, or in the rest of the label's own cell.
#include "verification/zones.hpp"

#include "verification/matchers/address_parts.hpp"

#include <algorithm>
#include <optional>

namespace mizan::verification {
namespace {

bool contains(const std::vector<int>& tokens, int token) {
  return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

// The cell is another field's, not the value. An address may begin with «استان», which labels fields elsewhere.
bool holds_label(const PageView& page, const std::vector<int>& tokens, const std::vector<Occurrence>& occurrences,
                 const Claim& claim) {
  constexpr std::size_t k_long = 4;
  if (tokens.empty()) return false;
  const Token& lead = page.token(tokens.front());
  if (claim.kind == ValueKind::address && tokens.size() >= k_long && !lead.colon &&
      opened_by(lead.first().letters, true) != AddressPart::other)
    return false;
  // With a label in the middle it is no cell but a row, or a frame around the form.
  return std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& o) {
    return o.first == tokens.front() || (claim.kind != ValueKind::address && !o.role && contains(tokens, o.first));
  });
}

const TableCell* cell_at(const Table& table, int row, int column) {
  const auto found = std::find_if(table.cells.begin(), table.cells.end(),
                                  [&](const TableCell& cell) { return cell.row == row && cell.column == column; });
  return found == table.cells.end() ? nullptr : &*found;
}

std::optional<Zone> zone_in(const PageView& page, const Table& table, const TableCell& cell,
                            const Occurrence& occurrence, const std::vector<Occurrence>& occurrences,
                            const Claim& claim) {
  Zone zone;
  zone.standing = Standing::cell;
  zone.closed = true;
  zone.generic = occurrence.generic;
  zone.edits = occurrence.edits;
  zone.rank = occurrence.rank;
  zone.label = occurrence.first;
  const auto here = page.tokens_in(cell);
  for (const int token : here)
    if (!occurrence.covers(token)) zone.tokens.push_back(token);
  const auto unit = [&](int at) { return is_unit(page.token(at).first().letters); };
  if (std::all_of(zone.tokens.begin(), zone.tokens.end(), unit)) zone.tokens.clear();
  // The rest of the label's cell, when the label stands first in it and no other label follows.
  if (!zone.tokens.empty()) {
    const bool leads = here.front() == occurrence.first;
    const bool alone = std::none_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& o) {
      return o.first != occurrence.first && contains(here, o.first);
    });
    return leads && alone ? std::optional(zone) : std::nullopt;
  }
  // Rules that cross a cell, as those of boxes for digits do, part it into rows of which most are empty.
  constexpr int k_empty_rows = 3;
  std::vector<std::pair<int, int>> places{{cell.row, cell.column + 1}};
  for (int down = 1; down <= k_empty_rows; ++down) {
    places.emplace_back(cell.row + down, cell.column);
    const auto* below = cell_at(table, cell.row + down, cell.column);
    if (below == nullptr || !page.tokens_in(*below).empty()) break;
  }
  for (const auto& [row, column] : places) {
    const auto* next = cell_at(table, row, column);
    if (next == nullptr) continue;
    auto tokens = page.tokens_in(*next);
    if (tokens.empty() || holds_label(page, tokens, occurrences, claim)) continue;
    zone.tokens = std::move(tokens);
    return zone;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Zone> cell_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  std::vector<Zone> out;
  for (const Table& table : page.page().tables)
    for (const TableCell& cell : table.cells) {
      const auto here = page.tokens_in(cell);
      for (const auto& occurrence : occurrences)
        if (occurrence.own && contains(here, occurrence.first) && contains(here, occurrence.last))
          if (auto zone = zone_in(page, table, cell, occurrence, occurrences, claim)) out.push_back(std::move(*zone));
    }
  return out;
}

}  // namespace mizan::verification
