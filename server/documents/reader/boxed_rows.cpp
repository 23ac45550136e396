// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/boxed_rows.hpp"

#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace mizan::documents {
namespace {

constexpr int k_ink = 210;                                    // greys below it
constexpr int k_closed = 3;                                   // pixels: gaps in a worn rule
constexpr std::size_t k_least_boxes = 4;                      // fewer are the cells of a table as likely
constexpr double k_least_side = 1.2, k_greatest_side = 13.5;  // millimetres
constexpr int k_speck = 3;                                    // pixels, both ways
constexpr int k_most_merged = 4;
constexpr int k_most_covered = 3;  // boxes one after the other that a stamp or a signature breaks into scraps
constexpr int k_frame = 6;         // pixels in which the rule above or below a box is looked for

// Of a box's inside, in parts of its width or height.
constexpr double k_narrowest = 0.4, k_broadest = 1.9;  // width over height
constexpr double k_level = 0.25;                       // how far its edges may be from its neighbour's
constexpr double k_alike = 0.3;                        // how much broader or narrower than its neighbour
constexpr double k_rule = 0.35;                        // the rule between two
constexpr double k_usual_rule = 0.08;
constexpr double k_unbroken = 0.85;       // of the rule above or below, where boxes are covered
constexpr double k_single = 0.5;          // of the boxes of a row have rules all around; cells of tables look merged
constexpr double k_most_broad = 0.25;     // of the boxes of a row may be filled from side to side
constexpr double k_stacked = 0.2;         // the rule between two rows of a table
constexpr double k_margin = 0.07;         // along its edges, where the rule may reach in
constexpr double k_written = 0.5;         // of the boxes of a row at least
constexpr double k_one_character = 0.85;  // of the width: broader ink is a word in a table's cell
constexpr double k_least_ink = 0.12;      // of the height of the row's tallest character

// In parts of the height of the row's characters.
constexpr double k_beside = 0.16, k_above = 0.25;

Pix* raw(const Pix& image) {
  return const_cast<Pix*>(&image);
}

PixPtr ink_of(const Pix& image) {
  return PixPtr(pixThresholdToBinary(raw(image), k_ink));
}

/// White areas of the size and shape of a box's inside.
std::vector<Box> candidates(const Pix& ink, double dpi) {
  constexpr double k_millimetres = 25.4;  // an inch
  const double least = k_least_side * dpi / k_millimetres, greatest = k_greatest_side * dpi / k_millimetres;
  const PixPtr closed(pixCloseBrickDwa(nullptr, raw(ink), k_closed, k_closed));
  const PixPtr paper(closed ? pixInvert(nullptr, closed.get()) : nullptr);
  // The paper around everything is the largest area by far, and no box: without it the search takes half the time.
  const PixPtr enclosed(paper ? pixRemoveBorderConnComps(paper.get(), 4) : nullptr);
  if (!enclosed) return {};
  std::vector<Box> out;
  auto* boxes = pixConnCompBB(enclosed.get(), 4);
  for (int i = 0; i < (boxes == nullptr ? 0 : boxaGetCount(boxes)); ++i) {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (h >= least && h <= greatest && w >= k_narrowest * h && w <= k_broadest * k_most_merged * h)
      out.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  std::sort(out.begin(), out.end(),
            [](const Box& a, const Box& b) { return a.x0 != b.x0 ? a.x0 < b.x0 : a.y0 < b.y0; });
  return out;
}

bool level(const Box& a, const Box& b) {
  const double most = k_level * std::min(a.height(), b.height());
  return std::abs(a.y0 - b.y0) <= most && std::abs(a.y1 - b.y1) <= most;
}

/// How many boxes of the given width a white area is: more than one where the rules between them are worn away.
std::optional<int> boxes_in(const Box& area, double width) {
  for (int count = 1; count <= k_most_merged; ++count)
    if (std::abs(area.width() - count * width) <= k_alike * width) return count;
  return std::nullopt;
}

/// Whether rules run above and below from one box's inside to where another one's begins: something is written or
/// stamped over the boxes between them.
bool framed(const Pix& ink, const Box& from, int x1) {
  const Box above{from.x1, from.y0 - k_frame, x1, from.y0 + 1}, below{from.x1, from.y1 - 1, x1, from.y1 + k_frame};
  for (const auto& strip : {above, below}) {
    const auto part = cropped(ink, strip);
    int dark = 0;
    if (!part) return false;
    for (int x = 0; x < width_of(*part); ++x) {
      bool any = false;
      for (int y = 0; y < height_of(*part) && !any; ++y) {
        l_uint32 value = 0;
        pixGetPixel(part.get(), x, y, &value);
        any = value != 0;
      }
      dark += any ? 1 : 0;
    }
    if (dark < k_unbroken * width_of(*part)) return false;
  }
  return true;
}

/// How many boxes as wide as their neighbours have no inside left between two; nothing where there is no room for
/// whole ones.
std::optional<int> covered(const Box& last, const Box& next, double width) {
  const double pitch = width * (1 + k_usual_rule);
  const double gap = (next.x0 - last.x1) / pitch;
  const int count = static_cast<int>(std::lround(gap));
  if (count < 1 || count > k_most_covered || std::abs(gap - count) > k_alike) return std::nullopt;
  return count;
}

/// The chain that begins at `first`; marks as used what it takes.
BoxedRow chain_from(const std::vector<Box>& areas, std::size_t first, std::vector<bool>& used, const Pix& ink) {
  const double width = areas[first].width();
  if (width > k_broadest * areas[first].height()) return {};
  std::vector<std::size_t> taken{first};
  BoxedRow row;
  auto& out = row.insides;
  out.push_back(areas[first]);
  int single = 1;
  for (std::size_t i = first + 1; i < areas.size(); ++i) {
    const Box& last = areas[taken.back()];
    const Box& next = areas[i];
    if (next.x0 > last.x1 + (k_rule + k_most_covered * (1 + k_usual_rule)) * width) break;
    if (used[i] || next.x0 < last.x1 || !level(last, next)) continue;
    const auto count = boxes_in(next, width);
    if (!count) continue;
    if (next.x0 > last.x1 + k_rule * width) {
      const auto lost = covered(last, next, width);
      if (!lost || !framed(ink, last, next.x0)) continue;
      row.crossed = true;
      const double pitch = static_cast<double>(next.x0 - last.x1) / *lost;
      for (int part = 0; part < *lost; ++part) {
        const int x = last.x1 + static_cast<int>(pitch * part + k_usual_rule * width / 2);
        out.push_back({x, last.y0, x + static_cast<int>(width), last.y1});
      }
    }
    for (int part = 0; part < *count; ++part)
      out.push_back(
          {next.x0 + next.width() * part / *count, next.y0, next.x0 + next.width() * (part + 1) / *count, next.y1});
    taken.push_back(i);
    single += *count == 1 ? 1 : 0;
  }
  if (out.size() < k_least_boxes || single < k_single * static_cast<double>(out.size())) return {};
  for (const auto i : taken) used[i] = true;
  return row;
}

/// Without the edges.
Box core_of(const Box& inside) {
  const int aside = std::max(2, static_cast<int>(k_margin * inside.width()));
  const int above = std::max(2, static_cast<int>(k_margin * inside.height()));
  return {inside.x0 + aside, inside.y0 + above, inside.x1 - aside, inside.y1 - above};
}

/// The ink in a box, specks left out; empty when there is none.
Box written_in(const Pix& ink, const Box& core) {
  Box out;
  const auto part = cropped(ink, core);
  if (!part) return out;
  for (auto box : components(*part)) {
    if (box.width() < k_speck && box.height() < k_speck) continue;
    box = {box.x0 + core.x0, box.y0 + core.y0, box.x1 + core.x0, box.y1 + core.y0};
    out = out.empty() ? box
                      : Box{std::min(out.x0, box.x0), std::min(out.y0, box.y0), std::max(out.x1, box.x1),
                            std::max(out.y1, box.y1)};
  }
  return out;
}

struct Written {
  std::vector<Box> characters;  ///< empty boxes where nothing is written
  int count = 0, broad = 0;
  int top = 0, bottom = 0, tallest = 0;  ///< of those that are not broad
};

Written written(const Pix& ink, const std::vector<Box>& insides) {
  Written out;
  for (const auto& inside : insides) {
    const auto core = core_of(inside);
    const auto box = core.empty() ? Box{} : written_in(ink, core);
    out.characters.push_back(box);
    if (box.empty()) continue;
    ++out.count;
    if (box.width() > k_one_character * core.width()) {
      ++out.broad;
      continue;
    }
    out.top = out.tallest == 0 ? box.y0 : std::min(out.top, box.y0);
    out.bottom = std::max(out.bottom, box.y1);
    out.tallest = std::max(out.tallest, box.height());
  }
  return out;
}

/// Rows that stand right upon each other are a table's.
void drop_tables(std::vector<BoxedRow>& rows) {
  std::vector<bool> stacked(rows.size(), false);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows.size(); ++j) {
      const Box &a = rows[i].box, &b = rows[j].box;
      const Box &above = rows[i].insides.front(), &below = rows[j].insides.front();
      const int shared = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
      const bool upon = i != j && std::abs(below.y0 - above.y1) <= k_stacked * above.height();
      if (upon && shared * 2 > std::min(a.width(), b.width())) stacked[i] = stacked[j] = true;
    }
  std::size_t at = 0;
  std::erase_if(rows, [&](const BoxedRow&) { return stacked[at++]; });
}

}  // namespace

std::vector<BoxedRow> boxed_rows(const Pix& image, double dpi) {
  const auto ink = ink_of(image);
  if (!ink) return {};
  const auto areas = candidates(*ink, dpi);
  std::vector<bool> used(areas.size(), false);
  std::vector<BoxedRow> out;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (used[i]) continue;
    auto row = chain_from(areas, i, used, *ink);
    const auto& insides = row.insides;
    if (insides.empty()) continue;
    const auto inside = written(*ink, insides);
    if (inside.count < k_written * static_cast<double>(insides.size()) ||
        inside.broad > k_most_broad * static_cast<double>(insides.size()))
      continue;
    Box box = insides.front();
    for (const auto& each : insides)
      box = {std::min(box.x0, each.x0), std::min(box.y0, each.y0), std::max(box.x1, each.x1),
             std::max(box.y1, each.y1)};
    const int rule = std::max(3, box.height() / 8);
    box = {std::max(0, box.x0 - rule), std::max(0, box.y0 - rule), std::min(width_of(image), box.x1 + rule),
           std::min(height_of(image), box.y1 + rule)};
    row.box = box;
    row.crossed = row.crossed || inside.broad > 0;
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(), [](const BoxedRow& a, const BoxedRow& b) { return a.box.y0 < b.box.y0; });
  drop_tables(out);
  return out;
}

PixPtr as_line(const Pix& image, const BoxedRow& row) {
  const auto ink = ink_of(image);
  if (!ink) return nullptr;
  const auto inside = written(*ink, row.insides);
  if (inside.tallest == 0) return nullptr;
  const int aside = std::max(2, static_cast<int>(k_beside * inside.tallest));
  const int above = std::max(2, static_cast<int>(k_above * inside.tallest));
  std::vector<Box> parts;
  int width = 2 * aside;
  for (std::size_t i = 0; i < row.insides.size(); ++i) {
    const Box& character = inside.characters[i];
    if (character.empty() || character.height() < k_least_ink * inside.tallest) continue;
    const auto core = core_of(row.insides[i]);
    parts.push_back({std::max(core.x0, character.x0 - aside), std::max(core.y0, inside.top - above),
                     std::min(core.x1, character.x1 + aside), std::min(core.y1, inside.bottom + above)});
    width += parts.back().width();
  }
  const int height = inside.bottom - inside.top + 2 * above;
  PixPtr out(pixCreate(width, height, 8));
  if (!out) return nullptr;
  pixSetAll(out.get());
  int x = aside;
  for (const auto& part : parts) {
    pixRasterop(out.get(), x, part.y0 - (inside.top - above), part.width(), part.height(), PIX_SRC, raw(image), part.x0,
                part.y0);
    x += part.width();
  }
  return out;
}

PixPtr without_rows(const Pix& image, const std::vector<BoxedRow>& rows) {
  if (rows.empty()) return shared(image);
  PixPtr out(pixCopy(nullptr, raw(image)));
  if (!out) return shared(image);
  for (const auto& row : rows)
    pixRasterop(out.get(), row.box.x0, row.box.y0, row.box.width(), row.box.height(), PIX_SET, nullptr, 0, 0);
  return out;
}

}  // namespace mizan::documents
