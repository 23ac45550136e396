// SPDX-License-Identifier: GPL-3.0-or-later
// The store of declarations and their answers.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/declaration.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mizan::storage {

struct DeclarationFilter {
  RoundId round;    ///< 0: any
  OfficeId office;  ///< 0: any
  std::optional<DeclarationStatus> status;
};

class Declarations {
 public:
  virtual ~Declarations() = default;
  /// One declaration per round and office: fails with `storage.conflict` when there is one.
  [[nodiscard]] virtual Result<DeclarationId> create(const Declaration& declaration) = 0;
  [[nodiscard]] virtual Outcome update(const Declaration& declaration) = 0;
  [[nodiscard]] virtual Result<std::optional<Declaration>> find(DeclarationId id, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<std::optional<Declaration>> find_by_receipt(std::string_view receipt,
                                                                           const Scope& scope) = 0;
  /// Ordered by id.
  [[nodiscard]] virtual Result<std::vector<Declaration>> list(const DeclarationFilter& filter, const Scope& scope) = 0;

  /// The caller has found the declaration through its scope. Never saved: revision 0 and an empty object.
  [[nodiscard]] virtual Result<SectionAnswers> answers(DeclarationId declaration, std::string_view section) = 0;
  [[nodiscard]] virtual Result<std::vector<SectionAnswers>> all_answers(DeclarationId declaration) = 0;
  /// Saves `answers` as revision `answers.revision + 1` and returns that number; fails with `answers.stale` when the
  /// stored revision is not `answers.revision`. Earlier revisions are kept.
  [[nodiscard]] virtual Result<int> save_answers(const SectionAnswers& answers) = 0;
};

}  // namespace mizan::storage
