// SPDX-License-Identifier: GPL-3.0-or-later
// The store of rounds and of their progress figures.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/round.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::storage {

/// Counts of one province in one round.
struct ProvinceProgress {
  std::string province;
  int offices = 0;  ///< that the round calls
  int started = 0;  ///< saved anything
  int submitted = 0;
  int carried_over = 0;
  int silent = 0;
  int documents = 0;
  int being_read = 0;
  int open_findings = 0;  ///< open or clarifying
  int decided_findings = 0;
  int objections = 0;
  int open_objections = 0;
};

class Rounds {
 public:
  virtual ~Rounds() = default;
  [[nodiscard]] virtual Result<RoundId> create(const Round& round) = 0;
  [[nodiscard]] virtual Outcome update(const Round& round) = 0;
  [[nodiscard]] virtual Result<std::optional<Round>> find(RoundId id) = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<Round>> list() = 0;
  /// One row per province the scope reaches, ordered by province code.
  [[nodiscard]] virtual Result<std::vector<ProvinceProgress>> progress(RoundId round, const Scope& scope) = 0;
};

}  // namespace mizan::storage
