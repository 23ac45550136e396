// SPDX-License-Identifier: GPL-3.0-or-later
// The installed criteria, run in a process of their own: what must a document prove, and how many points is it worth?
#pragma once

#include "base/points.hpp"
#include "base/result.hpp"
#include "model/claim.hpp"
#include "model/reading.hpp"
#include "model/score.hpp"
#include "model/verdict.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace mizan::criteria {

/// A criterion pinned by a round.
struct CriterionRef {
  std::string id;
  std::string version;
  friend auto operator<=>(const CriterionRef&, const CriterionRef&) = default;
};

struct ClaimsRequest {
  CriterionRef criterion;
  nlohmann::json answers;  ///< the section's answers, field id → value
  std::string slot;        ///< the evidence slot the document was uploaded to
  nlohmann::json office;   ///< the office register, as model/office.hpp's to_json
};

/// One document as the judge sees it: its stored reading and what became of its claims (after experts' decisions).
struct JudgedFinding {
  Claim claim;
  Verdict verdict;
  std::string decision;  ///< "" | "document" | "declaration" | "unreadable" | "clarification" | "trusted"
};
struct JudgedDocument {
  std::string slot;
  std::shared_ptr<const Reading> reading;
  std::vector<JudgedFinding> findings;
};

struct JudgeRequest {
  CriterionRef criterion;
  nlohmann::json answers;
  nlohmann::json office;
  nlohmann::json points_table;  ///< this section's part of the rule set
  std::vector<JudgedDocument> documents;
};

/// Points of one section with a reason each, and what is missing for more (model/score.hpp).
using Judgement = SectionScore;

/// A judge process client; replaces its child when it dies. Not thread-safe: one per worker.
class Criteria {
 public:
  virtual ~Criteria() = default;

  /// What this document must prove. Fails with `plugin.*` or `process.*`.
  [[nodiscard]] virtual Result<std::vector<Claim>> claims(const ClaimsRequest& request) = 0;

  /// What the section is worth now. Fails with `plugin.*` or `process.*`.
  [[nodiscard]] virtual Result<Judgement> judge(const JudgeRequest& request) = 0;
};

}  // namespace mizan::criteria
