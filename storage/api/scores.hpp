// SPDX-License-Identifier: GPL-3.0-or-later
// The store of score revisions: appended, never changed.
#pragma once

#include "base/result.hpp"
#include "model/score.hpp"

#include <vector>

namespace mizan::storage {

class Scores {
 public:
  virtual ~Scores() = default;
  /// Stores it as the next revision of its section and returns that number; `revision.revision` is ignored.
  [[nodiscard]] virtual Result<int> append(const ScoreRevision& revision) = 0;
  /// The latest revision of every section, by section id. The caller has found the declaration through its scope.
  [[nodiscard]] virtual Result<std::vector<ScoreRevision>> latest(DeclarationId declaration) = 0;
  /// Every revision, oldest first.
  [[nodiscard]] virtual Result<std::vector<ScoreRevision>> history(DeclarationId declaration) = 0;
};

}  // namespace mizan::storage
