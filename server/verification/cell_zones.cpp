// SPDX-License-Identifier: GPL-3.0-or-later
// The value in the table cell beside or under its label's, or in the rest of the label's own cell.
#include "verification/zones.hpp"

#include "verification/matchers/address_parts.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/row_cells.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

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

bool shares(int a0, int a1, int b0, int b1) {
  return 2 * (std::min(a1, b1) - std::max(a0, b0)) >= std::min(a1 - a0, b1 - b0);
}

/// The cell beside another, or below it: the nearest whose edge is the other's. Rows of a form are divided
/// differently, so that their numbers do not tell.
enum class Side { left, right, below };
const TableCell* cell_beside(const PageView& page, const Table& table, const TableCell& cell, Side side) {
  const int reach = page.line_height();
  const TableCell* best = nullptr;
  int least = reach;
  for (const TableCell& other : table.cells) {
    const Box &a = cell.box, &b = other.box;
    const bool along = side == Side::below ? shares(a.x0, a.x1, b.x0, b.x1) : shares(a.y0, a.y1, b.y0, b.y1);
    const int away = std::abs(side == Side::below ? b.y0 - a.y1 : side == Side::left ? a.x0 - b.x1 : b.x0 - a.x1);
    if (&other == &cell || !along || away >= least) continue;
    best = &other;
    least = away;
  }
  return best;
}

class CellZones {
 public:
  CellZones(const PageView& page, const Table& table, const std::vector<Occurrence>& occurrences, const Claim& claim)
      : m_page(page), m_table(table), m_all(occurrences), m_claim(claim) {}

  [[nodiscard]] std::vector<Zone> of(const TableCell& cell, const Occurrence& occurrence) const {
    const auto here = m_page.tokens_in(cell);
    std::vector<int> rest;
    for (const int token : here)
      if (!occurrence.covers(token) && !m_page.is_item_number(token)) rest.push_back(token);
    const auto unit = [&](int at) { return is_unit(m_page.token(at).first().letters); };
    if (std::all_of(rest.begin(), rest.end(), unit)) return around(cell, occurrence);
    return rest_of_cell(cell, here, std::move(rest), occurrence);
  }

 private:
  [[nodiscard]] Zone zone_of(std::vector<int> tokens, const Occurrence& occurrence) const {
    Zone zone;
    zone.standing = Standing::cell;
    zone.closed = true;
    zone.generic = occurrence.generic;
    zone.edits = occurrence.edits;
    zone.rank = occurrence.rank;
    zone.label = occurrence.first;
    zone.tokens = std::move(tokens);
    return zone;
  }

  /// The tokens of a cell that holds a value, or nothing where it is empty or another field's.
  [[nodiscard]] std::vector<int> value_in(const TableCell& cell) const {
    auto tokens = m_page.tokens_in(cell);
    if (!tokens.empty() && (m_page.is_item_number(tokens.front()) || holds_label(m_page, tokens, m_all, m_claim)))
      tokens.clear();
    return tokens;
  }

  // The label stands alone in its cell.
  [[nodiscard]] std::vector<Zone> around(const TableCell& cell, const Occurrence& occurrence) const {
    const auto* left = cell_beside(m_page, m_table, cell, Side::left);
    if (left != nullptr && !beside_a_head(cell))
      if (auto tokens = value_in(*left); !tokens.empty()) return {zone_of(std::move(tokens), occurrence)};
    // Rules that cross a cell, as those of boxes for digits do, part it into rows of which most are empty.
    constexpr int k_empty_rows = 3;
    const TableCell* below = &cell;
    for (int down = 1; down <= k_empty_rows; ++down) {
      below = cell_beside(m_page, m_table, *below, Side::below);
      if (below == nullptr) break;
      if (m_page.tokens_in(*below).empty() || counts_columns(*below)) continue;
      auto tokens = value_in(*below);
      if (tokens.empty()) break;
      auto zone = zone_of(std::move(tokens), occurrence);
      zone.doubtful_owner = begins_list(*below, zone.tokens);
      return {std::move(zone)};
    }
    return {};
  }

  // The rest of the label's cell, when the label stands first in it and no other label follows.
  [[nodiscard]] std::vector<Zone> rest_of_cell(const TableCell& cell, const std::vector<int>& here,
                                               std::vector<int> rest, const Occurrence& occurrence) const {
    const int lead = m_page.is_item_number(here.front()) && here.size() > 1 ? here[1] : here.front();
    const bool leads = occurrence.covers(lead);
    const bool alone = std::none_of(m_all.begin(), m_all.end(), [&](const Occurrence& o) {
      return o.first != occurrence.first && contains(here, o.first);
    });
    if (!leads || !alone) return {};
    const bool label_goes_on =
        !m_page.token(occurrence.last).colon && std::all_of(rest.begin(), rest.end(), [&](int at) {
          return m_page.token(at).line == m_page.token(occurrence.last).line;
        });
    std::vector<Zone> out{zone_of(std::move(rest), occurrence)};
    if (!label_goes_on) return out;
    // «شهرستان محل استقرار ‖ میبد»: what follows the label may be the rest of it, and the value in the next cell.
    const auto* left = cell_beside(m_page, m_table, cell, Side::left);
    if (left == nullptr) return out;
    if (auto tokens = value_in(*left); !tokens.empty()) {
      out.front().doubtful_owner = true;
      out.push_back(zone_of(std::move(tokens), occurrence));
      out.back().doubtful_owner = true;
    }
    return out;
  }

  [[nodiscard]] std::optional<int> number_of(const TableCell* cell) const {
    constexpr std::size_t k_digits = 2;
    const auto tokens = cell == nullptr ? std::vector<int>{} : m_page.tokens_in(*cell);
    return number_in(m_page, tokens, k_digits);
  }

  // The columns' numbers between heads and values: «۱ ‖ ۲ ‖ ۳».
  [[nodiscard]] bool counts_columns(const TableCell& cell) const {
    constexpr int k_few = 3;  // cells that count on
    const auto number = number_of(&cell);
    if (!number) return false;
    int counting = 1;
    for (const auto side : {Side::left, Side::right}) {
      const int step = side == Side::left ? 1 : -1;
      int expected = *number + step;
      const auto* next = cell_beside(m_page, m_table, cell, side);
      for (; next != nullptr && counting < k_few && number_of(next) == expected; expected += step, ++counting)
        next = cell_beside(m_page, m_table, *next, side);
    }
    if (counting >= k_few) return true;
    // Two cells «۱ ‖ ۲» are values themselves where nothing stands below.
    const auto* under = cell_beside(m_page, m_table, cell, Side::below);
    return counting == 2 && *number <= 2 && under != nullptr && !m_page.tokens_in(*under).empty();
  }

  // Labels in neighbouring cells are heads of columns.
  [[nodiscard]] bool beside_a_head(const TableCell& cell) const {
    const auto* right = cell_beside(m_page, m_table, cell, Side::right);
    if (right == nullptr) return false;
    const auto there = m_page.tokens_in(*right);
    return !there.empty() && std::all_of(there.begin(), there.end(), [&](int at) {
      return std::any_of(m_all.begin(), m_all.end(), [&](const Occurrence& o) { return o.covers(at); });
    });
  }

  // Below the head of a list stand the values of its rows: one of them may be meant, or the sum of them all.
  [[nodiscard]] bool begins_list(const TableCell& cell, const std::vector<int>& tokens) const {
    constexpr int k_few = 3;  // lines, cells
    if (m_claim.kind == ValueKind::address || m_claim.kind == ValueKind::text || m_claim.kind == ValueKind::name)
      return false;
    int lines = 0, last = -1;
    for (const int at : tokens) {
      if (m_page.token(at).line != last && numeral_of(m_page.token(at).first().normal)) ++lines;
      last = m_page.token(at).line;
    }
    if (lines >= k_few) return true;
    int cells = 0;
    for (const auto* next = &cell; next != nullptr && cells < k_few; ++cells) {
      const auto here = m_page.tokens_in(*next);
      if (here.empty() || !numeral_of(m_page.token(here.front()).first().normal)) break;
      next = cell_beside(m_page, m_table, *next, Side::below);
    }
    return cells >= k_few;
  }

  const PageView& m_page;
  const Table& m_table;
  const std::vector<Occurrence>& m_all;
  const Claim& m_claim;
};

}  // namespace

std::vector<Zone> cell_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  std::vector<Zone> out;
  for (const Table& table : page.page().tables) {
    const CellZones zones(page, table, occurrences, claim);
    for (const TableCell& cell : table.cells) {
      const auto here = page.tokens_in(cell);
      for (const auto& occurrence : occurrences) {
        if (!occurrence.own || !contains(here, occurrence.first) || !contains(here, occurrence.last)) continue;
        for (auto& zone : zones.of(cell, occurrence)) out.push_back(std::move(zone));
      }
    }
  }
  return out;
}

}  // namespace mizan::verification
