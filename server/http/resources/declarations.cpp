// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/declarations.hpp"

#include "http/body_member.hpp"
#include "http/json/declaration.hpp"
#include "http/json/time.hpp"
#include "workflow/declarations/save_answers.hpp"
#include "workflow/declarations/submit_declaration.hpp"
#include "workflow/declarations/view_declaration.hpp"
#include "workflow/declarations/view_receipt.hpp"
#include "workflow/declarations/view_result.hpp"
#include "workflow/objections/file_objection.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;

/// The path's declaration given to a use case that answers one value, which `write` puts into words.
template <class UseCase, class Write>
Result<Answer> answer_of(const Call& call, UseCase&& use_case, Write&& write) {
  auto id = call.path_id<DeclarationId>("id");
  if (!id) return fail(std::move(id.error()));
  auto value = use_case(call.services, call.actor(), *id);
  if (!value) return fail(std::move(value.error()));
  return ok(write(*value));
}

std::string section_of(const Call& call) {
  const auto found = call.path.find("section");
  return found == call.path.end() ? std::string() : found->second;
}

Result<SectionAnswers> answers_draft(const Call& call) {
  auto id = call.path_id<DeclarationId>("id");
  if (!id) return fail(std::move(id.error()));
  const auto revision = call.body.find("revision");
  const auto answers = call.body.find("answers");
  if (revision == call.body.end() || !revision->is_number_unsigned() || *revision > 1'000'000)
    return fail(Problem("request.malformed", "no revision number").on_field("revision"));
  if (answers == call.body.end() || !answers->is_object())
    return fail(Problem("request.malformed", "answers are no object").on_field("answers"));
  return SectionAnswers{*id, section_of(call), *answers, revision->get<int>(), {}};
}

Result<std::vector<EvidenceId>> evidence_ids(const json& body) {
  std::vector<EvidenceId> ids;
  const auto list = body.find("evidence_ids");
  if (list == body.end() || !list->is_array())
    return fail(Problem("request.malformed", "no list of ids").on_field("evidence_ids"));
  for (const auto& id : *list) {
    if (!id.is_number_integer())
      return fail(Problem("request.malformed", "an id is no number").on_field("evidence_ids"));
    ids.push_back(EvidenceId{id.get<std::int64_t>()});
  }
  return ids;
}

json objection_receipt(const Objection& objection) {
  return {{"id", objection.id.value},
          {"receipt_number", objection.receipt_number},
          {"filed_at", time_json(objection.filed_at)},
          {"section", objection.section}};
}

}  // namespace

Result<Answer> list_declarations(const Call& call) {
  auto lines = workflow::list_declarations(call.services, call.actor());
  if (!lines) return fail(std::move(lines.error()));
  auto items = json::array();
  for (const auto& line : *lines) items.push_back(declaration_brief(line));
  return ok({{"items", std::move(items)}});
}

Result<Answer> get_declaration(const Call& call) {
  return answer_of(call, workflow::view_declaration, declaration_json);
}

Result<Answer> get_section(const Call& call) {
  const auto view = [&](const workflow::Services& services, const Actor& actor, DeclarationId id) {
    return workflow::view_section(services, actor, id, section_of(call));
  };
  return answer_of(call, view, section_json);
}

Result<Answer> save_answers(const Call& call) {
  auto draft = answers_draft(call);
  if (!draft) return fail(std::move(draft.error()));
  auto saved = workflow::save_answers(call.services, call.actor(), *draft);
  if (!saved) return fail(std::move(saved.error()));
  return ok(saved_answers_json(*saved));
}

Result<Answer> submit_declaration(const Call& call) {
  return answer_of(call, workflow::submit_declaration, receipt_json);
}

Result<Answer> get_receipt(const Call& call) {
  return answer_of(call, workflow::view_receipt, receipt_json);
}

Result<Answer> get_result(const Call& call) {
  return answer_of(call, workflow::view_result, result_json);
}

Result<Answer> file_objection(const Call& call) {
  workflow::ObjectionDraft draft;
  auto id = call.path_id<DeclarationId>("id");
  if (!id) return fail(std::move(id.error()));
  draft.declaration = *id;
  if (auto read = text_members(call, {{"section", &draft.section}, {"reasons", &draft.reasons}}); !read)
    return fail(std::move(read.error()));
  auto ids = evidence_ids(call.body);
  if (!ids) return fail(std::move(ids.error()));
  draft.evidence = std::move(*ids);
  auto filed = workflow::file_objection(call.services, call.actor(), draft);
  if (!filed) return fail(std::move(filed.error()));
  return created(objection_receipt(*filed));
}

}  // namespace mizan::http::resources
