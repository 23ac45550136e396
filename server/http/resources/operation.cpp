// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/operation.hpp"

#include "http/json/problem.hpp"
#include "http/json/round.hpp"
#include "http/json/time.hpp"
#include "http/list_query.hpp"
#include "model/text_table.hpp"
#include "workflow/oversight/manage_jobs.hpp"
#include "workflow/oversight/read_audit.hpp"
#include "workflow/rounds/list_definitions.hpp"
#include "workflow/rounds/move_clock.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;
using storage::JobState;

constexpr std::array<std::pair<JobState, std::string_view>, 4> k_job_states{{{JobState::waiting, "waiting"},
                                                                             {JobState::running, "running"},
                                                                             {JobState::done, "done"},
                                                                             {JobState::dead, "dead"}}};

json kinds_json(const std::vector<OfficeKind>& kinds) {
  auto out = json::array();
  for (const auto kind : kinds) out.push_back(to_text(kind));
  return out;
}

json running_json(const forms::Bundle& bundle) {
  return {{"id", bundle.manifest.id},
          {"version", bundle.manifest.version},
          {"title_fa", bundle.section.title.fa},
          {"title_en", bundle.section.title.en},
          {"kinds", kinds_json(bundle.manifest.kinds)},
          {"runs", bundle.manifest.library.empty() ? "declared" : "code"},
          {"state", "running"},
          {"problem", json()},
          {"sdk", bundle.manifest.sdk}};
}

/// A refused bundle may not even say what it is called: the file its problem names stands for it.
json refused_json(const Problem& problem) {
  const auto file = problem.params.find("file");
  const auto name = file == problem.params.end() ? std::string("?") : file->second;
  return {{"id", name},
          {"version", ""},
          {"title_fa", name},
          {"title_en", name},
          {"kinds", json::array()},
          {"runs", "declared"},
          {"state", "refused"},
          {"problem", problem_json(problem)},
          {"sdk", json()}};
}

json rule_set_json(const workflow::RuleSetView& view) {
  return {{"id", view.rule_set->id},
          {"title_fa", view.rule_set->title.fa},
          {"title_en", view.rule_set->title.en},
          {"official", !view.rule_set->example},
          {"kinds", kinds_json(view.kinds)},
          {"thresholds", thresholds_json(view.rules)},
          {"maximum", view.maximum.thousandths}};
}

json job_json(const workflow::JobView& view) {
  const auto& job = view.job;
  return {{"id", job.id.value},
          {"kind", job.kind},
          {"subject", view.subject},
          {"state", text_of(k_job_states, job.state)},
          {"attempts", job.attempts},
          {"problem", view.problem ? problem_json(*view.problem) : json()},
          {"created_at", time_json(job.created_at)},
          {"updated_at", time_json(view.updated_at)}};
}

json audit_json(const workflow::AuditLine& line) {
  return {{"id", line.entry.id.value},           {"at", time_json(line.entry.at)}, {"actor_name", line.actor_name},
          {"actor_role", line.entry.actor_role}, {"action", line.entry.action},    {"subject", line.entry.subject},
          {"detail", line.entry.detail},         {"text_fa", line.text.fa},        {"text_en", line.text.en}};
}

}  // namespace

Result<Answer> list_criteria(const Call& call) {
  auto criteria = workflow::list_criteria(call.services, call.actor());
  if (!criteria) return fail(std::move(criteria.error()));
  auto items = json::array();
  for (const auto* bundle : criteria->running) items.push_back(running_json(*bundle));
  for (const auto& problem : criteria->refused) items.push_back(refused_json(problem));
  return ok({{"items", std::move(items)}});
}

Result<Answer> list_rule_sets(const Call& call) {
  auto rule_sets = workflow::list_rule_sets(call.services, call.actor());
  if (!rule_sets) return fail(std::move(rule_sets.error()));
  auto items = json::array();
  for (const auto& view : *rule_sets) items.push_back(rule_set_json(view));
  return ok({{"items", std::move(items)}});
}

Result<Answer> list_jobs(const Call& call) {
  std::optional<JobState> state;
  if (const auto text = call.query_text("state"); !text.empty()) {
    state = JobState::waiting;
    if (!value_of(k_job_states, text, *state))
      return fail(Problem("request.malformed", "no such state").on_field("state"));
  }
  auto overview = workflow::list_jobs(call.services, call.actor(), state);
  if (!overview) return fail(std::move(overview.error()));
  json out = {{"items", json::array()}, {"counts", json::object()}};
  for (const auto& job : overview->jobs) out["items"].push_back(job_json(job));
  for (const auto& [one, name] : k_job_states) out["counts"][std::string(name)] = overview->counts[one];
  return ok(std::move(out));
}

Result<Answer> retry_job(const Call& call) {
  auto id = call.path_id<JobId>("id");
  if (!id) return fail(std::move(id.error()));
  auto job = workflow::retry_job(call.services, call.actor(), *id);
  if (!job) return fail(std::move(job.error()));
  return ok(job_json(*job));
}

Result<Answer> list_audit(const Call& call) {
  storage::AuditFilter filter;
  auto after = query_id<AuditId>(call, "after");
  if (!after) return fail(std::move(after.error()));
  filter.before = *after;
  filter.subject = call.query_text("subject");
  auto page = workflow::read_audit(call.services, call.actor(), filter);
  if (!page) return fail(std::move(page.error()));
  auto items = json::array();
  for (const auto& line : page->lines) items.push_back(audit_json(line));
  return ok({{"items", std::move(items)}, {"next", page->next ? json(page->next->value) : json()}});
}

Result<Answer> move_clock(const Call& call) {
  const auto offset = call.body.find("offset_seconds");
  if (offset == call.body.end() || !offset->is_number_integer())
    return fail(Problem("request.malformed", "no offset").on_field("offset_seconds"));
  auto clock = workflow::move_clock(call.services, call.actor(), std::chrono::seconds(offset->get<std::int64_t>()));
  if (!clock) return fail(std::move(clock.error()));
  return ok({{"offset_seconds", clock->offset.count()}, {"now", time_json(clock->now)}});
}

}  // namespace mizan::http::resources
