// SPDX-License-Identifier: GPL-3.0-or-later
// Whose fields stand where: papers between two parties print the same labels twice, each set under a party's own
// heading.
#pragma once

#include "verification/labels.hpp"
#include "verification/page_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// The words for one party are one («مشتری» is «خریدار»): the first of them; nothing when the word names no party.
[[nodiscard]] std::optional<std::u32string_view> party_named(std::u32string_view letters);

/// The first word among the letters of a wording that names a party: «کدملیموجر» is the landlord's.
[[nodiscard]] std::optional<std::u32string_view> party_within(std::u32string_view letters);

/// Which of two parties papers name first: 0 or 1; nothing where there is no custom.
[[nodiscard]] std::optional<int> rank_of_party(std::u32string_view party);

/// Immutable; refers to the page.
class Parties {
 public:
  Parties(const PageView& page, const std::vector<Occurrence>& occurrences);

  /// The party under whose heading, or beside whose label, a token stands; nothing where the page leaves it open.
  [[nodiscard]] std::optional<std::u32string_view> of(int token) const;

 private:
  /// A heading («مشخصات فروشنده»), or a label that names the party («نام خریدار: …»).
  struct Marker {
    std::u32string_view party;
    Box box;
    bool heading = false;
  };
  void add_headings();
  void add_labels(const std::vector<Occurrence>& occurrences);

  const PageView* m_page;
  std::vector<Marker> m_markers;
};

}  // namespace mizan::verification
