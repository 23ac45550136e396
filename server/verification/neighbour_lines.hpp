// SPDX-License-Identifier: GPL-3.0-or-later
// Values in the lines above and below their labels: under the heads of columns, or on the lines that forms print their
// labels beneath.
#pragma once

#include "verification/label_places.hpp"
#include "verification/zones.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace mizan::verification {

/// Immutable; refers to the places and to their page. Boxes, edges and distances are in pixels.
class NeighbourLines {
 public:
  explicit NeighbourLines(const LabelPlaces& places);

  /// This page has its values above the labels, and this label has one there.
  [[nodiscard]] bool value_above(const Occurrence& occurrence) const;
  /// What stands over a label's middle, in the line above it.
  [[nodiscard]] Zone above(const Occurrence& occurrence) const;
  /// What stands under a label, in the first line that has anything there; no tokens where it is another label's.
  [[nodiscard]] Zone under(const Occurrence& occurrence) const;

 private:
  struct NextLine {
    int line = -1, away = 0;
  };
  [[nodiscard]] NextLine next_line(const Box& label, int own_line, bool upwards) const;
  /// Values closely above or below a label, and how far away.
  struct Distances {
    std::optional<int> above, below;
  };
  [[nodiscard]] Distances values_around(const Occurrence& occurrence) const;
  [[nodiscard]] bool values_stand_above() const;
  [[nodiscard]] std::optional<int> first_below(const Occurrence& occurrence, const Box& label) const;
  [[nodiscard]] bool behind_a_label(int at) const;
  [[nodiscard]] std::pair<int, int> column_of(const Occurrence& occurrence, const Box& label) const;
  [[nodiscard]] std::vector<int> stretch_around(int token, int left, int right) const;
  void add_lines_below(std::vector<int>& tokens, int left, int right) const;

  const LabelPlaces& m_places;
  const PageView& m_page;
  bool m_values_above;
};

}  // namespace mizan::verification
