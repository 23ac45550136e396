// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/aligned_lines.hpp"

#include "verification/matchers/numerals.hpp"
#include "verification/numbered_rows.hpp"
#include "verification/row_cells.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

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

  // With what goes on under it.
  [[nodiscard]] Box box_of(const Occurrence& occurrence) const {
    return joined(verification::box_of(m_page, occurrence), m_page.box_of(occurrence.rest));
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
                                        [&](const Occurrence& o) { return o.edits == 0 && contains(tokens, o.first); });
      const auto numerals = std::count_if(tokens.begin(), tokens.end(), [&](int at) {
        return numeral_of(m_page.token(at).first().normal).has_value();
      });
      if (out.rows.empty() && numerals == 0) continue;  // the rest of a head of two lines
      if (labelled && numerals < 3) {
        if (out.rows.empty()) continue;  // heads of several lines, with a share among them: «حق بیمه ۷٪»
        break;
      }
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
      const auto printed = number_in(m_page, {rows[i].front()}, k_row_digits);
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
    if (const auto shared = shared_column(own)) return between(row, shared->first, shared->second);
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

  using Stretch = std::pair<int, int>;  // from left to right, in pixels

  /// Where the values of all rows leave white between them, columns are parted. Of the columns the one that is nearest
  /// to the head, if no other head is nearer to it.
  [[nodiscard]] std::optional<Stretch> shared_column(const Occurrence& own) const {
    constexpr std::size_t k_few_rows = 5;  // that do not fill the gaps between the words of names
    constexpr std::size_t k_unread = 2;    // heads
    const auto rows = lines_below(m_page.token(own.first).line).rows;
    if (rows.size() < k_few_rows) return std::nullopt;
    const auto columns = columns_of(rows);
    const auto heads = heads_above(own, m_page.box_of(rows.front()).y0);
    if (columns.size() < heads.size() || columns.size() > heads.size() + k_unread) return std::nullopt;
    const auto away = [&](const Occurrence& head, const Stretch& column) {
      const Box box = box_of(head);
      const int shared = std::min(box.x1, column.second) - std::max(box.x0, column.first);
      return shared > 0 ? -shared : std::abs(box.x0 + box.x1 - column.first - column.second);
    };
    const auto nearest = std::min_element(columns.begin(), columns.end(), [&](const Stretch& a, const Stretch& b) {
      return away(own, a) < away(own, b);
    });
    const bool another = std::any_of(heads.begin(), heads.end(), [&](const Occurrence* head) {
      return head->first != own.first && away(*head, *nearest) < away(own, *nearest);
    });
    return another ? std::nullopt : std::optional(*nearest);
  }

  // Of all levels of the head: not far above or below, and above the rows.
  [[nodiscard]] std::vector<const Occurrence*> heads_above(const Occurrence& own, int rows) const {
    constexpr int k_levels = 3;  // heights of lines
    std::vector<const Occurrence*> out;
    for (const auto& each : m_all) {
      const Box box = box_of(each);
      if (box.y1 <= rows + m_page.line_height() / 2 &&
          std::abs(box.y0 - box_of(own).y0) <= k_levels * m_page.line_height())
        out.push_back(&each);
    }
    return out;
  }

  [[nodiscard]] std::vector<Stretch> columns_of(const std::vector<std::vector<int>>& rows) const {
    constexpr int k_white = 3;  // tenths of the line height
    std::vector<Stretch> stretches;
    for (const auto& row : rows)
      for (const int at : row) stretches.emplace_back(m_page.token(at).box.x0, m_page.token(at).box.x1);
    std::sort(stretches.begin(), stretches.end());
    std::vector<Stretch> out;
    for (const auto& each : stretches) {
      if (!out.empty() && 10 * (each.first - out.back().second) <= k_white * m_page.line_height())
        out.back().second = std::max(out.back().second, each.second);
      else
        out.push_back(each);
    }
    return out;
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
        const auto heads =
            std::count_if(m_all.begin(), m_all.end(), [&](const auto& o) { return contains(tokens, o.first); });
        if (contains(tokens, own.first) && heads <= k_most_heads) return std::pair(cell.box.x0, cell.box.x1);
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

std::vector<Zone> aligned_row_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                    const Claim& claim) {
  return AlignedLines(page, occurrences).row(claim.row);
}

std::vector<Zone> aligned_sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                    const std::set<std::string>& column) {
  return AlignedLines(page, occurrences).sum(column);
}

}  // namespace mizan::verification
