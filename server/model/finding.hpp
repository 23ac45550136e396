// SPDX-License-Identifier: GPL-3.0-or-later
// A stored verdict on one declared value, and what the experts made of it.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "model/claim.hpp"
#include "model/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan {

/// Only `open` findings stand in an expert's queue.
enum class FindingState {
  settled,     ///< the document proves the value; nobody need look
  open,        ///< mismatch or unreadable: an expert decides (once the round is in review)
  clarifying,  ///< the expert asked; the office has not answered yet
  decided,     ///< an expert decided
  superseded,  ///< a later answer or document replaced it
};

/// The expert's four answers.
enum class DecisionKind { document, declaration, unreadable, clarification };

struct Finding {
  FindingId id;
  EvidenceId evidence;
  DeclarationId declaration;
  std::string section;
  std::string slot;
  Claim claim;      ///< as it was asked
  Verdict verdict;  ///< as it was answered
  FindingState state = FindingState::open;
  std::string explanation;  ///< the office's words for the expert
  Instant at;
};

/// A decision is never changed; undoing stamps `undone_at` and opens the finding again.
struct Decision {
  DecisionId id;
  FindingId finding;
  AccountId expert;
  DecisionKind kind = DecisionKind::document;
  std::string note;
  Instant at;
  std::optional<Instant> undone_at;
  milliseconds took{0};  ///< from showing the item to deciding, as the page measured it
};

[[nodiscard]] std::string_view to_text(FindingState state);
[[nodiscard]] bool from_text(std::string_view text, FindingState& state);
[[nodiscard]] std::string_view to_text(DecisionKind kind);
[[nodiscard]] bool from_text(std::string_view text, DecisionKind& kind);

}  // namespace mizan
