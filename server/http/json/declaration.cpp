// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/declaration.hpp"

#include "http/json/evidence.hpp"
#include "http/json/objection.hpp"
#include "http/json/office.hpp"
#include "http/json/problem.hpp"
#include "http/json/round.hpp"
#include "http/json/score.hpp"
#include "http/json/service.hpp"
#include "http/json/time.hpp"

namespace mizan::http {
namespace {

using nlohmann::json;

json text_or_null(const std::string& text) {
  return text.empty() ? json() : json(text);
}

json titled(const std::string& id, const forms::Label& title) {
  return {{"id", id}, {"title_fa", title.fa}, {"title_en", title.en}};
}

json section_line(const workflow::SectionState& state, bool editable) {
  json line = titled(state.bundle->section.id, state.bundle->section.title);
  line["status"] = to_text(state.status);
  line["points"] = state.score.points.thousandths;
  line["maximum"] = state.score.maximum.thousandths;
  line["missing_count"] = state.checked.problems.size();
  line["mismatch_count"] = state.mismatches;
  line["next_step"] = to_text(workflow::next_step(state, editable));
  return line;
}

json what_if_json(const workflow::WhatIf& what_if) {
  json from_where = json::array();
  for (const auto& row : what_if.from_where)
    from_where.push_back({{"section", row.section},
                          {"field", row.missing.field},
                          {"worth", row.missing.worth.thousandths},
                          {"text_fa", row.missing.text_fa},
                          {"text_en", row.missing.text_en}});
  const auto& next = what_if.next;
  return {{"rank", rank_json(what_if.rank)},
          {"next_rank", next ? rank_json(next->rank) : json()},
          {"points_to_next", next ? json(next->missing.thousandths) : json()},
          {"from_where", std::move(from_where)},
          {"thresholds", thresholds_json(what_if.rules)}};
}

json obstacle_json(const workflow::Obstacle& obstacle) {
  const bool is_slot = obstacle.problem.code == ProblemCode("declaration.slot_missing");
  const json name = text_or_null(obstacle.problem.field);
  return {{"section", obstacle.section},
          {"field", is_slot ? json() : name},
          {"slot", is_slot ? name : json()},
          {"text_fa", obstacle.problem.text_fa()},
          {"text_en", obstacle.problem.text_en()}};
}

json readiness_json(const workflow::DeclarationView& view) {
  json missing = json::array();
  for (const auto& obstacle : view.obstacles) missing.push_back(obstacle_json(obstacle));
  return {{"ready", view.ready()}, {"missing", std::move(missing)}};
}

/// The members that a list and a task list have in common.
json declaration_head(const workflow::DeclarationCase& subject, const workflow::RoundBanner& round, Points points,
                      Points maximum) {
  return {{"id", subject.declaration.id.value},
          {"round", round_banner_json(round)},
          {"office", office_brief(subject.office)},
          {"status", to_text(subject.declaration.status)},
          {"points", points.thousandths},
          {"maximum", maximum.thousandths},
          {"receipt_number", text_or_null(subject.declaration.receipt_number)},
          {"submitted_at", time_json(subject.declaration.submitted_at)}};
}

json result_section(const workflow::ResultSection& section) {
  json out = titled(section.id, section.title);
  out["score"] = score_json(section.score);
  out["objection"] = section.objection ? objection_brief(*section.objection) : json();
  return out;
}

}  // namespace

json declaration_brief(const workflow::DeclarationLine& line) {
  json out = declaration_head(line.subject, line.round, line.points, line.maximum);
  out["has_result"] = line.has_result;
  return out;
}

json declaration_json(const workflow::DeclarationView& view) {
  json out = declaration_head(view.subject, view.round, view.points, view.maximum);
  out["sections"] = json::array();
  for (const auto& section : view.sections) out["sections"].push_back(section_line(section, view.editable));
  out["what_if"] = what_if_json(view.what_if);
  out["readiness"] = readiness_json(view);
  out["has_result"] = view.has_result;
  out["official"] = view.official;
  return out;
}

json section_json(const workflow::SectionView& view) {
  const auto& answers = view.state.answers;
  json out = {{"id", view.state.bundle->section.id},
              {"definition", json::parse(view.state.bundle->section.source)},
              {"answers", answers.answers},
              {"revision", answers.revision},
              {"saved_at", answers.revision > 0 ? time_json(answers.saved_at) : json()},
              {"locked", view.locked},
              {"editable", view.editable},
              {"problems", problems_json(view.state.checked.problems)},
              {"evidence", json::array()},
              {"score", score_json(view.state.score)}};
  for (const auto& evidence : view.evidence) out["evidence"].push_back(evidence_json(evidence));
  return out;
}

json saved_answers_json(const workflow::SavedAnswers& saved) {
  return {{"revision", saved.revision},
          {"saved_at", time_json(saved.saved_at)},
          {"problems", problems_json(saved.problems)}};
}

json receipt_json(const workflow::Receipt& receipt) {
  json out = {{"receipt_number", receipt.declaration.receipt_number},
              {"submitted_at", time_json(receipt.declaration.submitted_at)},
              {"declaration_id", receipt.declaration.id.value},
              {"office", office_brief(receipt.office)},
              {"round", round_banner_json(receipt.round)},
              {"points", receipt.points.thousandths},
              {"maximum", receipt.maximum.thousandths},
              {"content_hash", receipt.content.hex},
              {"sections", json::array()}};
  for (const auto& section : receipt.sections) {
    json row = titled(section.id, section.title);
    row["documents"] = section.documents;
    out["sections"].push_back(std::move(row));
  }
  return out;
}

json result_json(const workflow::ResultView& view) {
  json out = {{"declaration_id", view.subject.declaration.id.value},
              {"office", office_brief(view.subject.office)},
              {"round", round_banner_json(view.round)},
              {"kind", to_text(view.kind)},
              {"status", to_text(view.subject.declaration.status)},
              {"silence_policy", to_text(view.subject.round.silence_policy)},
              {"rank", rank_json(view.ranked.rank)},
              {"points", view.ranked.total.thousandths},
              {"maximum", view.maximum.thousandths},
              {"thresholds", thresholds_json(view.rules)},
              {"sections", json::array()},
              {"published_at", time_json(view.published_at)},
              {"delivered_at", time_json(view.delivered_at)},
              {"objection_deadline", time_json(view.objection_deadline)},
              {"seconds_left", view.seconds_left ? json(*view.seconds_left) : json()},
              {"may_object", view.may_object},
              {"held", view.ranked.held},
              {"official", view.official},
              {"services", json::array()}};
  for (const auto& section : view.sections) out["sections"].push_back(result_section(section));
  for (const auto& service : view.services) out["services"].push_back(service_json(service));
  return out;
}

}  // namespace mizan::http
