// SPDX-License-Identifier: GPL-3.0-or-later
// The store of objections and rulings.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/objection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::storage {

struct ObjectionFilter {
  RoundId round;              ///< 0: any
  DeclarationId declaration;  ///< 0: any
  std::optional<ObjectionState> state;
};

class Objections {
 public:
  virtual ~Objections() = default;
  /// Fails with `objection.exists` when this snapshot and section already have one from this declaration.
  [[nodiscard]] virtual Result<ObjectionId> create(const Objection& objection) = 0;
  [[nodiscard]] virtual Outcome set_state(ObjectionId id, ObjectionState state) = 0;
  [[nodiscard]] virtual Result<std::optional<Objection>> find(ObjectionId id, const Scope& scope) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<Objection>> list(const ObjectionFilter& filter, const Scope& scope) = 0;
  /// Fails with `storage.conflict` when this reading has been ruled.
  [[nodiscard]] virtual Outcome add_ruling(const Ruling& ruling) = 0;
  /// By reading.
  [[nodiscard]] virtual Result<std::vector<Ruling>> rulings(ObjectionId objection) = 0;
};

}  // namespace mizan::storage
