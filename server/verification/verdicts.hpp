// SPDX-License-Identifier: GPL-3.0-or-later
// From what was seen at several places to one verdict: what proves, what contradicts, and when neither may be said.
#pragma once

#include "model/claim.hpp"
#include "model/verdict.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/page_view.hpp"
#include "verification/zones.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// What one place said about the declared value.
struct Sighting {
  const PageView* page = nullptr;
  Comparison comparison;
  std::vector<int> tokens;  ///< those compared
  Standing standing = Standing::beside;
  bool generic = false;
  bool doubtful_owner = false;
  int label_edits = 0;
  int agreeing_opinions = 1;  ///< recognisers that read the same
  bool disputed = false;      ///< recognisers read different values
  bool unlabelled = false;    ///< found beside no label of the field
  bool of_another = false;    ///< found beside another field's label, or in another row
};

/// One of the field's own places agrees.
[[nodiscard]] bool proved(const std::vector<Sighting>& sightings);

[[nodiscard]] Verdict concluded(const Claim& claim, const std::vector<Sighting>& sightings,
                                const std::optional<Sighting>& elsewhere);

[[nodiscard]] Verdict unreadable(const Claim& claim, std::string_view why);

}  // namespace mizan::verification
