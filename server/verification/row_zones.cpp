// SPDX-License-Identifier: GPL-3.0-or-later
// The N-th printed row of a table and the field's column in it: from the reader's tables, or from aligned lines.
#include "verification/zones.hpp"

#include "verification/matchers/numerals.hpp"
#include "base/persian/utf8.hpp"
#include "verification/numbered_rows.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::verification {
namespace {

bool inside(const Occurrence& occurrence, const std::vector<int>& tokens) {
  return std::find(tokens.begin(), tokens.end(), occurrence.first) != tokens.end();
}

Zone row_zone(std::vector<int> tokens, int edits) {
  Zone zone;
  zone.standing = Standing::row;
  zone.closed = true;
  zone.edits = edits;
  zone.tokens = std::move(tokens);
  return zone;
}

// ── the reader's tables ──

constexpr int k_most_heads = 2;  // in a cell: «نام و نام خانوادگی» may be found as two; more stand in a frame

struct Heading {
  int last_row = -1, edits = 0;        ///< the last row of heads: values stand below it
  const TableCell* cell = nullptr;     ///< the field's head
  const TableCell* second = nullptr;   ///< of the family name, where a name stands in two columns
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
      if (inside(occurrence, tokens)) here.push_back({&cell, &occurrence});
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

std::optional<int> number_in(const PageView& page, const std::vector<int>& tokens) {
  if (tokens.size() != 1) return std::nullopt;
  const auto numeral = numeral_of(page.token(tokens.front()).first().normal);
  if (!numeral || numeral->digits().size() > 3) return std::nullopt;
  return std::stoi(numeral->digits());
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
    out.push_back(cell == cells.end() ? std::nullopt : number_in(page, cell->second));
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
  const bool told = first != votes.end() && first->first >= 1 && (first->first == 1 || first->second > 1) && first->second * 2 > static_cast<int>(rows.size());
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

std::vector<Zone> in_tables(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
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

// «جمع», «جمع کل», «مجموع صفحه» and then numbers.
bool says_sum(const PageView& page, const std::vector<int>& line) {
  constexpr std::array<std::u32string_view, 4> k_sum{U"جمع", U"مجموع", U"جمعکل", U"جمعکلصفحه"};
  constexpr int k_dots = 4;  // tenths of an edit: letters that differ in their dots
  if (line.empty()) return false;
  const auto& first = page.token(line.front()).first().letters;
  const bool said = std::any_of(k_sum.begin(), k_sum.end(), [&](auto word) {
    return word == first || (!page.exact() && word.size() == first.size() && look_alike_tenths(word, first) <= k_dots);
  });
  return said && std::any_of(line.begin(), line.end(),
                             [&](int at) { return numeral_of(page.token(at).first().normal).has_value(); });
}

// The cell of a column in a row that says the sum.
std::vector<Zone> sums_in_tables(const PageView& page, const std::vector<Occurrence>& occurrences,
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

// ── aligned lines ──

class AlignedLines {
 public:
  AlignedLines(const PageView& page, const std::vector<Occurrence>& occurrences) : m_page(page), m_all(occurrences) {
    for (int at = 0; at < page.size(); ++at) m_lines[page.token(at).line].push_back(at);
  }

  [[nodiscard]] std::vector<Zone> row(int number) const {
    const auto* head = own_head();
    if (head == nullptr) return {};
    const auto heads = heads_beside(*head);
    const auto chosen = chosen_row(m_page.token(head->first).line, number);
    auto tokens = in_column(chosen, heads, *head);
    for (const auto* other : heads) {
      if (head->part != NamePart::given || other->part != NamePart::family) continue;
      const auto family = in_column(chosen, heads, *other);
      tokens.insert(tokens.end(), family.begin(), family.end());
    }
    if (tokens.empty()) return {};
    return {row_zone(std::move(tokens), head->edits)};
  }

  /// The sum below a column: «جمع صفحه ‖ ۳۸۶ ‖ ۲٬۳۷۱٬۳۶۴٬۰۰۰».
  [[nodiscard]] std::vector<Zone> sum(const std::set<std::string>& column) const {
    const auto* head = lowest_head([&](const Occurrence& o) { return column.contains(o.label); });
    if (head == nullptr) return {};
    const auto heads = heads_beside(*head);
    std::vector<Zone> out;
    for (auto next = m_lines.upper_bound(m_page.token(head->first).line); next != m_lines.end(); ++next) {
      if (!says_sum(m_page, next->second)) continue;
      auto tokens = in_column(next->second, heads, *head);
      if (tokens.empty()) continue;
      out.push_back(row_zone(std::move(tokens), head->edits));
    }
    return out;
  }

 private:
  // Beside other heads. Of several that may be meant the lowest, nearest to the rows: «دستمزد و مزایا» may stand over
  // «روزانه» and «ماهانه»; of those of one height the one that says most, «مزد ماهانه» and not «مزد روزانه».
  [[nodiscard]] const Occurrence* own_head() const {
    return lowest_head([](const Occurrence& head) { return head.own; });
  }

  template <typename Meant>
  [[nodiscard]] const Occurrence* lowest_head(Meant meant) const {
    constexpr int k_one_head = 3;  // heights of lines, all levels of a table's head
    constexpr std::size_t k_few = 3;
    // Running text may have several wordings in a line, too; the heads are where most of them stand.
    const Occurrence* among_most = nullptr;
    std::size_t most = k_few - 1;
    for (const auto& head : m_all)
      if (const auto beside = meant(head) ? heads_beside(head).size() : 0; beside > most) {
        among_most = &head;
        most = beside;
      }
    const int height = m_page.line_height();
    const Occurrence* best = among_most;
    for (const auto& head : m_all) {
      if (!meant(head) || heads_beside(head).size() < k_few) continue;
      if (std::abs(box_of(head).y0 - box_of(*among_most).y0) > k_one_head * height) continue;
      const int lower = box_of(head).y0 - box_of(*best).y0;
      if (lower > height / 2 || (std::abs(lower) <= height / 2 && head.length > best->length)) best = &head;
    }
    return best;
  }

  // From right to left. Heads may be of one line or of several, set at their middles.
  [[nodiscard]] std::vector<const Occurrence*> heads_beside(const Occurrence& head) const {
    const Box there = box_of(head);
    std::vector<const Occurrence*> out;
    for (const auto& occurrence : m_all) {
      const Box box = box_of(occurrence);
      const int shared = std::min(box.y1, there.y1) - std::max(box.y0, there.y0);
      const bool one_line = m_page.token(occurrence.first).line == m_page.token(head.first).line;
      if (one_line || 3 * shared >= std::min(box.height(), there.height())) out.push_back(&occurrence);
    }
    std::sort(out.begin(), out.end(), [&](auto* a, auto* b) { return box_of(*a).x1 > box_of(*b).x1; });
    // «کارکرد (روز)»: what hangs on a head goes on with it.
    const auto goes_on = [&](const Occurrence& a, const Occurrence& b) {
      return b.first == a.last + 1 && m_page.token(a.last).line == m_page.token(b.first).line &&
             2 * gap_between(m_page.token(a.last).box, m_page.token(b.first).box) <= m_page.line_height();
    };
    for (std::size_t i = out.size(); i-- > 1;)
      if (goes_on(*out[i - 1], *out[i]) && out[i] != &head) out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    return out;
  }

  [[nodiscard]] Box box_of(const Occurrence& occurrence) const {
    Box box;
    for (int at = occurrence.first; at <= occurrence.last; ++at) box = joined(box, m_page.token(at).box);
    for (const int at : occurrence.rest) box = joined(box, m_page.token(at).box);
    return box;
  }

  [[nodiscard]] std::vector<int> chosen_row(int line, int number) const {
    const auto below = lines_below(line);
    std::vector<int> tokens;
    for (const auto& each : below.all) tokens.insert(tokens.end(), each.begin(), each.end());
    if (const auto rows = NumberedRows::among(m_page, tokens)) return rows->row(number);
    const auto* chosen = row_of(below.rows, number);
    return chosen == nullptr ? std::vector<int>{} : *chosen;
  }

  struct LinesBelow {
    std::vector<std::vector<int>> rows, all;  // those with a number in them; with the scraps between them
  };

  // The lines below the heads, up to one that speaks of something else («تعداد کارکنان: ۷»).
  [[nodiscard]] LinesBelow lines_below(int line) const {
    LinesBelow out;
    int scraps = 0;
    for (auto next = m_lines.upper_bound(line); next != m_lines.end(); ++next) {
      const auto& tokens = next->second;
      const bool labelled = std::any_of(m_all.begin(), m_all.end(),
                                        [&](const Occurrence& o) { return o.edits == 0 && inside(o, tokens); });
      const auto numerals = std::count_if(tokens.begin(), tokens.end(), [&](int at) {
        return numeral_of(m_page.token(at).first().normal).has_value();
      });
      if (out.rows.empty() && numerals == 0) continue;  // the rest of a head of two lines
      if (labelled && numerals < 3) break;
      out.all.push_back(tokens);
      if (numerals == 0) {  // a scrap of a stamp between two rows, or the end of the table
        if (++scraps > 2) break;
        continue;
      }
      scraps = 0;
      out.rows.push_back(tokens);
    }
    return out;
  }

  // By the printed row number where it is legible, otherwise by counting.
  [[nodiscard]] const std::vector<int>* row_of(const std::vector<std::vector<int>>& rows, int number) const {
    const std::vector<int>* numbered = nullptr;
    int agreeing = 0, legible = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto printed = number_in(m_page, {rows[i].front()});
      if (!printed) continue;
      ++legible;
      agreeing += *printed == static_cast<int>(i) + 1 ? 1 : 0;
      if (*printed == number && numbered == nullptr) numbered = &rows[i];
    }
    const auto index = static_cast<std::size_t>(number - 1);
    if (legible == 0 || agreeing * 2 >= legible) return index < rows.size() ? &rows[index] : nullptr;
    return numbered;
  }

  // A column reaches half way to the heads beside it.
  [[nodiscard]] std::vector<int> in_column(const std::vector<int>& row, const std::vector<const Occurrence*>& heads,
                                           const Occurrence& own) const {
    if (const auto ruled = ruled_column(own)) return between(row, ruled->first, ruled->second);
    if (auto split = by_gaps(row, heads, own); !split.empty()) return split;
    const Box head = box_of(own);
    int left = 0, right = m_page.page().width_px;
    for (const auto* other : heads) {
      if (other->first == own.first) continue;
      const Box box = box_of(*other);
      if (box.x1 <= head.x0) left = std::max(left, (box.x1 + head.x0) / 2);
      if (box.x0 >= head.x1) right = std::min(right, (box.x0 + head.x1) / 2);
    }
    return between(row, left, right);
  }

  [[nodiscard]] std::vector<int> between(const std::vector<int>& row, int left, int right) const {
    std::vector<int> out;
    for (const int at : row) {
      const Box& box = m_page.token(at).box;
      const int centre = (box.x0 + box.x1) / 2;
      if (centre >= left && centre < right) out.push_back(at);
    }
    return out;
  }

  // The edges of the head's own cell, where rules part it from the heads beside it.
  [[nodiscard]] std::optional<std::pair<int, int>> ruled_column(const Occurrence& own) const {
    for (const Table& table : m_page.page().tables)
      for (const TableCell& cell : table.cells) {
        const auto tokens = m_page.tokens_in(cell);
        const auto heads = std::count_if(m_all.begin(), m_all.end(), [&](const auto& o) { return inside(o, tokens); });
        if (inside(own, tokens) && heads <= k_most_heads) return std::pair(cell.box.x0, cell.box.x1);
      }
    return std::nullopt;
  }

  // Where gaps part the row into as many cells as there are heads, the cells go with the heads in order.
  [[nodiscard]] std::vector<int> by_gaps(const std::vector<int>& row, const std::vector<const Occurrence*>& heads,
                                         const Occurrence& own) const {
    std::vector<std::vector<int>> cells;
    for (const int at : row) {
      const bool apart =
          !cells.empty() &&
          gap_between(m_page.token(at).box, m_page.token(cells.back().back()).box) * 10 > 7 * m_page.line_height();
      if (cells.empty() || apart) cells.emplace_back();
      cells.back().push_back(at);
    }
    if (cells.size() != heads.size()) return {};
    // A head that was not read would shift them all: each must stand nearer to its head than to the others.
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (nearest_head(m_page.box_of(cells[i]), heads) != i) return {};
    const auto place =
        std::find_if(heads.begin(), heads.end(), [&](const auto* head) { return head->first == own.first; });
    return cells[static_cast<std::size_t>(place - heads.begin())];
  }

  [[nodiscard]] std::size_t nearest_head(const Box& cell, const std::vector<const Occurrence*>& heads) const {
    const auto away = [&](std::size_t i) {
      const Box box = box_of(*heads[i]);
      return std::min({std::abs(box.x0 + box.x1 - cell.x0 - cell.x1), 2 * std::abs(box.x1 - cell.x1),
                       2 * std::abs(box.x0 - cell.x0)});
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < heads.size(); ++i)
      if (away(i) < away(best)) best = i;
    return best;
  }

  const PageView& m_page;
  const std::vector<Occurrence>& m_all;
  std::map<int, std::vector<int>> m_lines;
};

}  // namespace

std::vector<Zone> row_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  auto zones = in_tables(page, occurrences, claim);
  if (zones.empty()) zones = row_label_zones(page, occurrences, claim);
  if (zones.empty()) zones = AlignedLines(page, occurrences).row(claim.row);
  return zones;
}

std::vector<Zone> sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences, const Claim& claim) {
  if (claim.column_labels.empty()) return {};
  std::set<std::string> column;
  for (const auto* labels : {&claim.column_labels, &claim.labels})
    for (const auto& label : *labels) column.insert(persian::encode(label_letters(label)));
  // The sum may be of this page alone: it proves, and does not contradict.
  auto zones = sums_in_tables(page, occurrences, column);
  if (zones.empty()) zones = AlignedLines(page, occurrences).sum(column);
  for (auto& zone : zones) zone.doubtful_owner = true;
  return zones;
}

}  // namespace mizan::verification
