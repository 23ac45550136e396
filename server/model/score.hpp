// SPDX-License-Identifier: GPL-3.0-or-later
// Points of a section, each with its reason, and what is missing for more.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/points.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace mizan {

/// Why some points were given (or not): one line of the office's result.
struct PointReason {
  std::string id;  ///< stable within the criterion: "area", "insured_staff"
  Points points;   ///< what was given; negative for a deduction
  Points maximum;  ///< what could have been given
  std::string text_fa, text_en;
};

/// What the office could do to get more.
struct MissingPoint {
  std::string field;  ///< the field or slot to look at
  Points worth;
  std::string text_fa, text_en;
};

/// What the criterion noticed that costs or gives no points but a person should know.
struct ScoreNote {
  std::string field;  ///< or empty
  std::string text_fa, text_en;
};

/// The points of one section. `points` is always the sum of the reasons.
struct SectionScore {
  Points points;
  Points maximum;
  std::vector<PointReason> reasons;
  std::vector<MissingPoint> missing;
  std::vector<ScoreNote> notes;
};

/// A stored score: never changed, only followed by a later revision.
struct ScoreRevision {
  ScoreId id;
  DeclarationId declaration;
  std::string section;
  int revision = 1;
  SectionScore score;
  std::string criterion_version;
  std::string cause;  ///< "reading", "decision", "ruling", "carry_over", …
  Instant at;
};

[[nodiscard]] nlohmann::json to_json(const SectionScore& score);
[[nodiscard]] SectionScore section_score_from_json(const nlohmann::json& json);

}  // namespace mizan
