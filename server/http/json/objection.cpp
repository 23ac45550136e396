// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/objection.hpp"

#include "http/json/office.hpp"
#include "http/json/time.hpp"

namespace mizan::http {

nlohmann::json ruling_json(const workflow::RulingView& view) {
  const auto& points = view.ruling.points;
  return {{"reading", view.ruling.reading},
          {"reader_name", view.reader_name},
          {"outcome", to_text(view.ruling.outcome)},
          {"points", points ? nlohmann::json(points->thousandths) : nlohmann::json()},
          {"reasons", view.ruling.reasons},
          {"at", time_json(view.ruling.at)}};
}

nlohmann::json objection_brief(const workflow::ObjectionView& view) {
  nlohmann::json out = {{"id", view.objection.id.value},
                        {"office", office_brief(view.office)},
                        {"section", view.objection.section},
                        {"section_title_fa", view.section_title.fa},
                        {"section_title_en", view.section_title.en},
                        {"reasons", view.objection.reasons},
                        {"receipt_number", view.objection.receipt_number},
                        {"state", to_text(view.objection.state)},
                        {"filed_at", time_json(view.objection.filed_at)},
                        {"points", view.score.points.thousandths},
                        {"maximum", view.score.maximum.thousandths},
                        {"rulings", nlohmann::json::array()},
                        {"may_rule", view.may_rule}};
  for (const auto& ruling : view.rulings) out["rulings"].push_back(ruling_json(ruling));
  return out;
}

}  // namespace mizan::http
