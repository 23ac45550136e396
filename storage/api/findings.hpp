// SPDX-License-Identifier: GPL-3.0-or-later
// The store of findings, the experts' queue and their decisions.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/finding.hpp"
#include "model/office.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::storage {

/// Empty members do not filter. Items come in a stable order (round, office, finding id), after `after`.
struct QueueFilter {
  RoundId round;  ///< 0: every round in review
  std::string section, document_type, province, city;
  std::optional<FindingState> state = FindingState::open;  ///< without one: all but superseded
  FindingId after;
  int limit = 50;
};

/// A finding with the office it is about.
struct QueueItem {
  Finding finding;
  Office office;
  RoundId round;
};

struct QueueStats {
  int waiting = 0;         ///< open items in the scope
  int decided_today = 0;   ///< by this expert since `day_start`; undone decisions count nowhere
  int median_seconds = 0;  ///< of those that were measured
  int decisions = 0;       ///< what the agreement is of
  int agreement_per_mille =
      0;  ///< of this expert's decisions ever, clarifications apart, how many followed the machine (document)
};

class Findings {
 public:
  virtual ~Findings() = default;

  /// Marks what stands for this evidence as superseded and stores the new ones, in their order.
  [[nodiscard]] virtual Result<std::vector<FindingId>> replace(EvidenceId evidence,
                                                               const std::vector<Finding>& findings) = 0;
  /// Writes state, verdict and explanation.
  [[nodiscard]] virtual Outcome update(const Finding& finding) = 0;
  [[nodiscard]] virtual Result<std::optional<Finding>> find(FindingId id, const Scope& scope) = 0;
  /// Without superseded ones, by id.
  [[nodiscard]] virtual Result<std::vector<Finding>> of_evidence(EvidenceId evidence, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<std::vector<Finding>> of_declaration(DeclarationId declaration, const Scope& scope) = 0;

  /// Findings of submitted or carried-over declarations, of rounds that are in review.
  [[nodiscard]] virtual Result<std::vector<QueueItem>> queue(const QueueFilter& filter, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<int> queue_size(const QueueFilter& filter, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<QueueStats> stats(AccountId expert, Instant day_start, const Scope& scope) = 0;

  [[nodiscard]] virtual Result<DecisionId> add_decision(const Decision& decision) = 0;
  /// All of them, undone ones too, oldest first.
  [[nodiscard]] virtual Result<std::vector<Decision>> decisions_of(FindingId finding) = 0;
  [[nodiscard]] virtual Outcome undo_decision(DecisionId decision, Instant at) = 0;
};

}  // namespace mizan::storage
