// SPDX-License-Identifier: GPL-3.0-or-later
// An objection as its office and its readers see it.
#pragma once

#include "model/objection.hpp"
#include "model/score.hpp"
#include "workflow/declaration_case.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct RulingView {
  Ruling ruling;
  std::string reader_name;  ///< «خوانندهٔ نخست», «خوانندهٔ دوم» towards offices
};

struct ObjectionView {
  Objection objection;
  Office office;
  forms::Label section_title;
  SectionScore score;  ///< of the disputed section, as it was published
  std::vector<RulingView> rulings;
  bool may_rule = false;
};

/// Inside a transaction that found the objection through the actor's scope.
[[nodiscard]] Result<ObjectionView> objection_view(storage::Stores& stores, const Services& services,
                                                   const Actor& actor, const Objection& objection);

/// The score of each section as a publication counted it: its last revision not after `published_at`, in the order of
/// `sections`. A section that had none then has an empty score.
[[nodiscard]] Result<std::vector<SectionScore>> scores_at(storage::Stores& stores, DeclarationId declaration,
                                                          const std::vector<std::string>& sections,
                                                          Instant published_at);

}  // namespace mizan::workflow
