// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score.hpp"

#include <nlohmann/json.hpp>

namespace mizan {
namespace {

using nlohmann::json;

PointReason reason_from_json(const json& row) {
  PointReason reason;
  reason.id = row.value("id", "");
  reason.points = Points{row.value("points", std::int64_t{0})};
  reason.maximum = Points{row.value("maximum", std::int64_t{0})};
  reason.text_fa = row.value("text_fa", "");
  reason.text_en = row.value("text_en", "");
  return reason;
}

MissingPoint missing_from_json(const json& row) {
  MissingPoint missing;
  missing.field = row.value("field", "");
  missing.worth = Points{row.value("worth", std::int64_t{0})};
  missing.text_fa = row.value("text_fa", "");
  missing.text_en = row.value("text_en", "");
  return missing;
}

ScoreNote note_from_json(const json& row) {
  return {row.value("field", ""), row.value("text_fa", ""), row.value("text_en", "")};
}

}  // namespace

json to_json(const SectionScore& score) {
  json out = {{"points", score.points.thousandths},
              {"maximum", score.maximum.thousandths},
              {"reasons", json::array()},
              {"missing", json::array()},
              {"notes", json::array()}};
  for (const auto& reason : score.reasons)
    out["reasons"].push_back({{"id", reason.id},
                              {"points", reason.points.thousandths},
                              {"maximum", reason.maximum.thousandths},
                              {"text_fa", reason.text_fa},
                              {"text_en", reason.text_en}});
  for (const auto& missing : score.missing)
    out["missing"].push_back({{"field", missing.field},
                              {"worth", missing.worth.thousandths},
                              {"text_fa", missing.text_fa},
                              {"text_en", missing.text_en}});
  for (const auto& note : score.notes)
    out["notes"].push_back({{"field", note.field}, {"text_fa", note.text_fa}, {"text_en", note.text_en}});
  return out;
}

SectionScore section_score_from_json(const json& stored) {
  SectionScore score;
  score.points = Points{stored.value("points", std::int64_t{0})};
  score.maximum = Points{stored.value("maximum", std::int64_t{0})};
  for (const auto& row : stored.value("reasons", json::array())) score.reasons.push_back(reason_from_json(row));
  for (const auto& row : stored.value("missing", json::array())) score.missing.push_back(missing_from_json(row));
  for (const auto& row : stored.value("notes", json::array())) score.notes.push_back(note_from_json(row));
  return score;
}

}  // namespace mizan
