// SPDX-License-Identifier: GPL-3.0-or-later
// One evaluation round: its windows, its stage, and the versions it pins.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "model/office.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// The stages of a round, in order; a round only ever moves forward.
enum class RoundStage {
  draft,        ///< being prepared by CRA; offices see nothing
  declaration,  ///< offices declare and upload
  review,       ///< experts decide what does not agree
  objection,    ///< provisional ranks are published; offices may object
  closed,       ///< final ranks are published and frozen
};

/// What silence means when the declaration window ends.
enum class SilencePolicy { carry_over, lowest_rank, unranked };

struct Round {
  RoundId id;
  std::string title_fa, title_en;
  std::string period;  ///< e.g. "1404-2"
  std::vector<OfficeKind> kinds;
  RoundStage stage = RoundStage::draft;
  SilencePolicy silence_policy = SilencePolicy::lowest_rank;
  int declare_days = 20;
  int region_days = 20;
  int objection_days = 7;
  std::optional<Instant> opened_at;
  std::optional<Instant> declare_until;  ///< set when the round opens
  std::optional<Instant> region_until;   ///< set when the declaration window closes
  std::optional<Instant> provisional_at;
  std::optional<Instant> closed_at;
  std::string rule_set;                         ///< id of a file in form-definitions/rule-sets, pinned
  std::string rule_set_json;                    ///< its whole text as pinned when the round opened
  std::map<std::string, std::string> criteria;  ///< section id → pinned criterion version
  bool demonstration = false;                   ///< demonstration data: the clock may be moved
};

[[nodiscard]] std::string_view to_text(RoundStage stage);
[[nodiscard]] bool from_text(std::string_view text, RoundStage& stage);
[[nodiscard]] std::string_view to_text(SilencePolicy policy);
[[nodiscard]] bool from_text(std::string_view text, SilencePolicy& policy);

}  // namespace mizan
