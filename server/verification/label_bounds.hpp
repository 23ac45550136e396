// SPDX-License-Identifier: GPL-3.0-or-later
// Where labels begin and end on the page: forms word them at more length than anybody knows, and number their lines.
#pragma once

#include "model/claim.hpp"
#include "verification/labels.hpp"
#include "verification/page_view.hpp"

#include <set>
#include <string>
#include <vector>

namespace mizan::verification {

/// Words as comparison letters.
struct WordingWords {
  const std::set<std::u32string>& known;  ///< that occur in wordings of the document's fields
  std::set<std::u32string> declared;      ///< of the declared value
};

/// Widens the labels that were found, in reading order and without overlaps, by what belongs to them on either side.
/// `kind` is the claim's.
void complete(std::vector<Occurrence>& found, const PageView& page, ValueKind kind, const WordingWords& words);

/// Drops a field's wording that is a word of its value, too: the end of it («شهر: مشگین شهر») or, as the declared value
/// says, the beginning («نام فروشنده: فروشگاه راشا»).
void drop_echoes(std::vector<Occurrence>& found, const PageView& page, const std::u32string& first_declared);

}  // namespace mizan::verification
