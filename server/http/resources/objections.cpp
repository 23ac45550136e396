// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/objections.hpp"

#include "http/body_member.hpp"
#include "http/json/evidence.hpp"
#include "http/json/objection.hpp"
#include "http/json/score.hpp"
#include "http/list_query.hpp"
#include "workflow/objections/browse_objections.hpp"
#include "workflow/objections/rule_on_objection.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;

json case_json(const workflow::ObjectionCase& subject) {
  auto out = objection_brief(subject.objection);
  out["score"] = score_json(subject.objection.score);
  out["definition"] = json::parse(subject.section->section.source);
  out["answers"] = subject.answers.answers;
  out["evidence"] = json::array();
  for (const auto& evidence : subject.evidence) out["evidence"].push_back(evidence_json(evidence));
  out["new_evidence"] = json::array();
  for (const auto& evidence : subject.new_evidence) out["new_evidence"].push_back(evidence_json(evidence));
  return out;
}

Result<Answer> case_answer(const Call& call, ObjectionId id) {
  auto subject = workflow::view_objection_case(call.services, call.actor(), id);
  if (!subject) return fail(std::move(subject.error()));
  return ok(case_json(*subject));
}

Result<workflow::RulingDraft> ruling_draft(const Call& call) {
  workflow::RulingDraft draft;
  std::string outcome;
  if (auto read = text_members(call, {{"outcome", &outcome}, {"reasons", &draft.reasons}}); !read)
    return fail(std::move(read.error()));
  if (!from_text(outcome, draft.outcome))
    return fail(Problem("request.malformed", "no such outcome").on_field("outcome"));
  const auto points = call.body.find("points");
  if (points == call.body.end() || points->is_null()) return draft;
  if (!points->is_number_integer()) return fail(Problem("request.malformed", "no points").on_field("points"));
  draft.points = Points{points->get<std::int64_t>()};
  return draft;
}

}  // namespace

Result<Answer> list_objections(const Call& call) {
  auto state = query_choice<ObjectionState>(call, "state");
  if (!state) return fail(std::move(state.error()));
  auto objections = workflow::list_objections(call.services, call.actor(), *state);
  if (!objections) return fail(std::move(objections.error()));
  auto items = json::array();
  for (const auto& objection : *objections) items.push_back(objection_brief(objection));
  return ok({{"items", std::move(items)}});
}

Result<Answer> get_objection(const Call& call) {
  auto id = call.path_id<ObjectionId>("id");
  if (!id) return fail(std::move(id.error()));
  return case_answer(call, *id);
}

Result<Answer> rule_objection(const Call& call) {
  auto id = call.path_id<ObjectionId>("id");
  if (!id) return fail(std::move(id.error()));
  auto draft = ruling_draft(call);
  if (!draft) return fail(std::move(draft.error()));
  auto ruling = workflow::rule_on_objection(call.services, call.actor(), *id, *draft);
  if (!ruling) return fail(std::move(ruling.error()));
  return case_answer(call, *id);
}

}  // namespace mizan::http::resources
