// SPDX-License-Identifier: GPL-3.0-or-later
// Where on a page the value of a field may stand.
#pragma once

#include "model/claim.hpp"
#include "verification/labels.hpp"
#include "verification/page_view.hpp"

#include <vector>

namespace mizan::verification {

/// How a place belongs to the field.
enum class Standing {
  row,     ///< the field's column and printed row of a table
  cell,    ///< the cell beside or under the label's, or the rest of the label's cell
  beside,  ///< after the label, over line ends
  column,  ///< after the label, within its column of a form
  block,   ///< the lines left of a label that stands at their middle
  under,   ///< below the label
  before,  ///< in front of the label, which says what it was for («مبلغ … به عنوان ودیعه»)
  role,    ///< near the role word in prose
};

struct Zone {
  Standing standing = Standing::beside;
  std::vector<int> tokens;      ///< in reading order
  bool closed = false;          ///< another label, or the cell, ends it
  bool generic = false;         ///< found by a wording like «تاریخ»
  int edits = 0;                ///< of the wording
  int rank = 0;                 ///< of the wording among the claim's, the best first
  int label = -1;               ///< the first token of the wording
  int unit = -1;                ///< the token right behind the wording that says the unit: «کرایه (تومان)»
  bool doubtful_owner = false;  ///< may belong to another person or row: proves, but does not contradict
};

/// The places of one claim on one page, the likeliest first. `occurrences` are LabelIndex::find of the claim.
[[nodiscard]] std::vector<Zone> zones_of(const PageView& page, const std::vector<Occurrence>& occurrences,
                                         const Claim& claim);

/// Tokens that stand beside a label of another field, or of another party's same field: what a value found there proves
/// is another field.
[[nodiscard]] std::vector<bool> owned_by_others(const PageView& page, const std::vector<Occurrence>& occurrences,
                                                const Claim& claim);

/// A wording that stands behind its value: «تا … معتبر است», «۳۱ نفر».
/// What follows on it is no value.
[[nodiscard]] bool stands_behind(const PageView& page, const Occurrence& occurrence, ValueKind kind);

/// The value in front of a wording; no tokens where there is none.
[[nodiscard]] Zone front_zone(const PageView& page, const Occurrence& occurrence, ValueKind kind);

// The parts, each in its own file.
[[nodiscard]] std::vector<Zone> label_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                            const Claim& claim);
[[nodiscard]] std::vector<Zone> cell_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                           const Claim& claim);
[[nodiscard]] std::vector<Zone> name_part_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                                const Claim& claim);
[[nodiscard]] std::vector<Zone> role_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                           const Claim& claim);
[[nodiscard]] std::vector<Zone> sum_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                          const Claim& claim);
[[nodiscard]] std::vector<Zone> row_label_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                                const Claim& claim);
[[nodiscard]] std::vector<Zone> row_zones(const PageView& page, const std::vector<Occurrence>& occurrences,
                                          const Claim& claim);

}  // namespace mizan::verification
