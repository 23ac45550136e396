// SPDX-License-Identifier: GPL-3.0-or-later
// Joined and counted views over several tables, so that no list or chart asks once per office.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/declaration.hpp"
#include "model/objection.hpp"
#include "model/office.hpp"
#include "model/rank.hpp"
#include "model/score.hpp"
#include "storage/api/findings.hpp"
#include "storage/api/objections.hpp"
#include "storage/api/offices.hpp"
#include "storage/api/snapshots.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// A declaration with the office that makes it.
struct DeclaredOffice {
  Declaration declaration;
  Office office;
};

/// The latest points of one section, without their reasons.
struct SectionPoints {
  DeclarationId declaration;
  std::string section;
  Points points, maximum;
};

/// How many offices of one place have one rank in a snapshot; `held` of them are held by an objection.
struct RankCount {
  std::string province, city;
  Rank rank;
  int offices = 0;
  int held = 0;
};

/// An office as a list shows it: where it stands in its newest round.
struct OfficeStanding {
  Office office;
  std::optional<DeclarationStatus> status;  ///< nothing when no round has called it yet
  int open_findings = 0;                    ///< open or clarifying
  Rank rank;                                ///< by the newest publication of that round
};

/// How many items of a queue have these properties in common.
struct QueueCount {
  std::string section, document_type, province, city;
  int count = 0;
};

/// An objection with all that a list says about it.
struct ObjectionItem {
  Objection objection;
  RoundId round;
  Office office;
  Points points;   ///< of the disputed section, as published
  Points maximum;  ///< of that section
  std::vector<Ruling> rulings;
};

/// Read-only. Scopes apply where the answer names single offices of a round that is not public; the others are for CRA
/// and for publications, and their use cases check the role.
class Reports {
 public:
  virtual ~Reports() = default;

  /// Every declaration of the round, by declaration id.
  [[nodiscard]] virtual Result<std::vector<DeclaredOffice>> declared_offices(RoundId round) = 0;
  /// For each office whose declaration of this round is still open: its newest declaration of an earlier round that
  /// counted (submitted or carried over). By office id.
  [[nodiscard]] virtual Result<std::map<OfficeId, DeclarationId>> earlier_declarations(RoundId round) = 0;
  /// The latest revision of every section of every declaration of the round.
  [[nodiscard]] virtual Result<std::vector<SectionPoints>> latest_points(RoundId round) = 0;
  [[nodiscard]] virtual Result<std::vector<ScoreRevision>> latest_scores(RoundId round) = 0;
  /// Submissions per day, counted from `first_midnight` (day 0).
  [[nodiscard]] virtual Result<std::map<int, int>> submissions_per_day(RoundId round, Instant first_midnight) = 0;
  /// Keys of the jobs of this kind that are waiting or running.
  [[nodiscard]] virtual Result<std::set<std::string>> pending_keys(std::string_view kind) = 0;

  /// Page and rank of the filter do not apply.
  [[nodiscard]] virtual Result<std::vector<RankCount>> rank_counts(const RankFilter& filter) = 0;

  /// One page, in the order of `Offices::list`.
  [[nodiscard]] virtual Result<std::vector<OfficeStanding>> office_standings(const OfficeFilter& filter,
                                                                             const Scope& scope) = 0;
  /// The whole queue that matches, counted; `after` and `limit` do not apply.
  [[nodiscard]] virtual Result<std::vector<QueueCount>> queue_counts(const QueueFilter& filter, const Scope& scope) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<ObjectionItem>> objections(const ObjectionFilter& filter,
                                                                      const Scope& scope) = 0;
};

}  // namespace mizan::storage
