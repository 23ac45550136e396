// SPDX-License-Identifier: GPL-3.0-or-later
// A finding that a document, or a page of it, was sent before: what it holds, and what of it each person is shown.
#pragma once

#include "model/account.hpp"
#include "model/finding.hpp"
#include "storage/api/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::workflow {

/// Finding::claim.field of such a finding. Its reasons: the same bytes, or an alike page in other bytes, of another
/// office or of the same office in an earlier round.
inline constexpr std::string_view k_seen_before = "seen_before";
inline constexpr std::string_view k_same_file_elsewhere = "same_file_elsewhere";
inline constexpr std::string_view k_same_page_elsewhere = "same_page_elsewhere";
inline constexpr std::string_view k_same_file_earlier = "same_file_earlier";
inline constexpr std::string_view k_same_page_earlier = "same_page_earlier";
/// The reason that offices are given for it: whoever sends another's paper is not told that it is known, and by what.
inline constexpr std::string_view k_expert_looks = "expert_looks";

/// The earlier document. Kept in the finding's claim: `declared` is its id, `row` its page from 1, 0 for the whole
/// file.
struct EarlierDocument {
  EvidenceId evidence;
  int page = -1;  ///< from 0; -1 for the whole file
};
void keep_earlier(const EarlierDocument& earlier, Claim& claim);
/// Nothing for any other finding.
[[nodiscard]] std::optional<EarlierDocument> earlier_in(const Finding& finding);

/// What may be told of it, in whatever region it lies: whose it is and of which round, nothing more.
struct SeenElsewhere {
  std::string office_code;  ///< the office's licence number
  std::string round_fa, round_en;
  bool same_office = false;
  int page = -1;  ///< of the earlier document
};
/// Nothing for any other finding, and for offices. For whoever may see the finding.
[[nodiscard]] Result<std::optional<SeenElsewhere>> seen_elsewhere(storage::Stores& stores, const Actor& actor,
                                                                  const Finding& finding);

/// The finding without what it keeps for the server's own use, and for offices without what was found.
[[nodiscard]] Finding shown_to(const Actor& actor, Finding finding);

/// Whether this person is shown the finding at all: what is only noted beside a document is not for offices, who have
/// the reader's warnings.
[[nodiscard]] bool is_shown_to(const Actor& actor, const Finding& finding);

}  // namespace mizan::workflow
