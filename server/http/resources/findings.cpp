// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/findings.hpp"

#include "http/body_member.hpp"
#include "http/csv.hpp"
#include "http/json/finding.hpp"
#include "http/json/queue.hpp"
#include "http/list_query.hpp"
#include "workflow/definition_titles.hpp"
#include "workflow/review/browse_queue.hpp"
#include "workflow/review/decide_finding.hpp"
#include "workflow/review/view_finding_case.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

/// What the queue may be asked for; a settled or superseded finding never waits.
Result<FindingState> queue_state(const Call& call) {
  auto state = query_choice<FindingState>(call, "state");
  if (!state) return fail(std::move(state.error()));
  const auto wanted = state->value_or(FindingState::open);
  if (wanted == FindingState::settled || wanted == FindingState::superseded)
    return fail(Problem("request.malformed", "not a state of the queue").on_field("state"));
  return wanted;
}

Result<storage::QueueFilter> queue_filter(const Call& call) {
  storage::QueueFilter filter;
  auto state = queue_state(call);
  if (!state) return fail(std::move(state.error()));
  auto after = query_id<FindingId>(call, "after");
  if (!after) return fail(std::move(after.error()));
  filter.state = *state;
  filter.after = *after;
  filter.section = call.query_text("criterion");
  filter.document_type = call.query_text("kind");
  filter.province = call.query_text("province");
  filter.city = call.query_text("city");
  filter.limit = k_page_size;
  return filter;
}

std::string verdict_word(Agreement agreement) {
  switch (agreement) {
    case Agreement::match:
      return "همخوان";
    case Agreement::mismatch:
      return "مغایر";
    case Agreement::unreadable:
      break;
  }
  return "ناخوانا";
}

std::string state_word(FindingState state) {
  switch (state) {
    case FindingState::open:
      return "در صف";
    case FindingState::clarifying:
      return "در انتظار پاسخ دفتر";
    case FindingState::decided:
      return "تصمیم‌گرفته";
    case FindingState::settled:
      return "بی‌نیاز از بررسی";
    case FindingState::superseded:
      break;
  }
  return "جایگزین‌شده";
}

CsvTable queue_table(const std::vector<workflow::QueueLine>& lines, const forms::Definitions& definitions) {
  CsvTable table({"شمارهٔ مورد", "استان", "شهر", "دفتر", "شمارهٔ پروانه", "بخش", "نوع سند", "فیلد", "اظهار دفتر",
                  "در سند", "نتیجه", "اطمینان (در هزار)", "وضعیت", "توضیح دفتر", "زمان (UTC)"});
  for (const auto& line : lines) {
    const auto& finding = line.item.finding;
    const auto& office = line.item.office;
    table.add({std::to_string(finding.id.value), workflow::province_title(definitions, office.province).fa, office.city,
               office.name, office.licence_no, line.section_title.fa,
               workflow::document_type_title(definitions, finding.claim.document_type).fa, finding.claim.label,
               finding.claim.declared, finding.verdict.read, verdict_word(finding.verdict.agreement),
               std::to_string(finding.verdict.confidence), state_word(finding.state), finding.explanation,
               to_iso8601(finding.at)});
  }
  return table;
}

Result<workflow::DecisionDraft> decision_draft(const Call& call) {
  workflow::DecisionDraft draft;
  auto decision = text_member(call, "decision");
  if (!decision) return fail(std::move(decision.error()));
  if (!from_text(*decision, draft.kind))
    return fail(Problem("request.malformed", "no such decision").on_field("decision"));
  if (const auto note = call.body.find("note"); note != call.body.end()) {
    if (!note->is_string()) return fail(Problem("request.malformed", "the note is no text").on_field("note"));
    draft.note = note->get<std::string>();
  }
  if (const auto took = call.body.find("took_ms"); took != call.body.end()) {
    if (!took->is_number_unsigned()) return fail(Problem("request.malformed", "no time").on_field("took_ms"));
    draft.took = std::min(milliseconds(took->get<std::int64_t>()), milliseconds(std::chrono::hours(24)));
  }
  return draft;
}

}  // namespace

Result<Answer> list_queue(const Call& call) {
  auto filter = queue_filter(call);
  if (!filter) return fail(std::move(filter.error()));
  auto view = workflow::browse_queue(call.services, call.actor(), *filter);
  if (!view) return fail(std::move(view.error()));
  return ok(queue_json(*view));
}

Result<Answer> export_queue(const Call& call) {
  auto filter = queue_filter(call);
  if (!filter) return fail(std::move(filter.error()));
  auto lines = workflow::queue_for_export(call.services, call.actor(), *filter);
  if (!lines) return fail(std::move(lines.error()));
  return csv_answer(queue_table(*lines, call.services.definitions), "mizan-queue.csv");
}

Result<Answer> get_finding(const Call& call) {
  auto id = call.path_id<FindingId>("id");
  if (!id) return fail(std::move(id.error()));
  auto subject = workflow::view_finding_case(call.services, call.actor(), *id);
  if (!subject) return fail(std::move(subject.error()));
  return ok(finding_case_json(*subject));
}

Result<Answer> decide_finding(const Call& call) {
  auto id = call.path_id<FindingId>("id");
  if (!id) return fail(std::move(id.error()));
  auto draft = decision_draft(call);
  if (!draft) return fail(std::move(draft.error()));
  auto decision = workflow::decide_finding(call.services, call.actor(), *id, *draft);
  if (!decision) return fail(std::move(decision.error()));
  return ok(decision_json({*decision, call.actor().name, decision->at + call.services.limits.undo}));
}

Result<Answer> undo_decision(const Call& call) {
  auto id = call.path_id<FindingId>("id");
  if (!id) return fail(std::move(id.error()));
  auto finding = workflow::undo_decision(call.services, call.actor(), *id);
  if (!finding) return fail(std::move(finding.error()));
  return ok(finding_json(*finding));
}

}  // namespace mizan::http::resources
