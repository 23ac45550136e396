// SPDX-License-Identifier: GPL-3.0-or-later
// After the last attempt: what a machine could not do becomes an expert's.
#include "workflow/audit_line.hpp"
#include "workflow/processing/document_claims.hpp"
#include "workflow/processing/open_bundle.hpp"
#include "workflow/processing/processing.hpp"
#include "workflow/processing/read_evidence.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::string_view k_reading_failed = "evidence.reading_failed";
constexpr std::string_view k_judging_failed = "judging_failed";

std::string slot_label(const Services& services, const DeclarationCase& subject, const Evidence& evidence) {
  const auto bundle = pinned_section(services, subject, evidence.section);
  const auto* slot = bundle ? (*bundle)->section.slot(evidence.slot) : nullptr;
  return slot == nullptr ? evidence.slot : slot->label.fa;
}

/// The document waits for an expert as a whole at once, and claim by claim as soon as its claims are known.
Outcome ask_expert(storage::Stores& stores, const Services& services, const storage::Job& job,
                   const DeclarationCase& subject, const Evidence& evidence) {
  const auto now = services.clock.now();
  auto stored = store_findings(stores, evidence.id,
                               {whole_document_finding(evidence, slot_label(services, subject, evidence), now)});
  if (!stored) return fail(std::move(stored.error()));
  if (job.kind == k_read_evidence)
    if (auto queued = enqueue_verification(stores.jobs(), evidence.id, now); !queued) return queued;
  return enqueue_judging(stores.jobs(), evidence.declaration, evidence.section, "reading", now);
}

/// A document that was read but not verified keeps its status: sent round again, its reading still counts.
Outcome leave_document(storage::Stores& stores, const Services& services, const storage::Job& job,
                       const Problem& problem) {
  const EvidenceId id{job.payload.value("evidence", std::int64_t{0})};
  auto evidence = stores.evidence().find(id, Scope::everything());
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence || (*evidence)->status == EvidenceStatus::removed ||
      (*evidence)->status == EvidenceStatus::quarantined)
    return {};
  auto subject = find_declaration(stores, Scope::everything(), (*evidence)->declaration);
  if (!subject) return fail(std::move(subject.error()));
  if (job.kind == k_read_evidence) {
    (*evidence)->status = EvidenceStatus::failed;
    (*evidence)->problem = k_reading_failed;
    if (auto updated = stores.evidence().update(**evidence); !updated) return updated;
  }
  if ((*evidence)->purpose == EvidencePurpose::declaration)
    if (auto asked = ask_expert(stores, services, job, *subject, **evidence); !asked) return asked;
  return record(stores.audit(), machine(), services.clock.now(), "evidence.given_up",
                "evidence/" + std::to_string(id.value), subject->office.id,
                {{"problem", problem.code.id()}, {"attempts", job.attempts}});
}

/// The last points stay, and say that they are not the last word.
Outcome leave_section(storage::Stores& stores, const Services& services, const storage::Job& job,
                      const Problem& problem) {
  const DeclarationId id{job.payload.value("declaration", std::int64_t{0})};
  const auto section = job.payload.value("section", "");
  auto subject = find_declaration(stores, Scope::everything(), id);
  if (!subject) return fail(std::move(subject.error()));
  auto scores = stores.scores().latest(id);
  if (!scores) return fail(std::move(scores.error()));
  const auto now = services.clock.now();
  const auto last = std::find_if(scores->begin(), scores->end(),
                                 [&](const ScoreRevision& revision) { return revision.section == section; });
  if (last != scores->end() && last->cause != k_judging_failed) {
    const auto told = Problem("plugin.failed").with("criterion", section);
    last->score.notes.insert(last->score.notes.begin(), {"", told.text_fa(), told.text_en()});
    last->cause = k_judging_failed;
    last->at = now;
    if (auto appended = stores.scores().append(*last); !appended) return fail(std::move(appended.error()));
  }
  return record(stores.audit(), machine(), now, "section.given_up", "declaration/" + std::to_string(id.value),
                subject->office.id, {{"section", section}, {"problem", problem.code.id()}, {"attempts", job.attempts}});
}

}  // namespace

Outcome give_up(const Services& services, const storage::Job& job, const Problem& problem) {
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    auto buried = stores.jobs().bury(job.id, job.token, problem);
    if (!buried) return fail(std::move(buried.error()));
    if (!*buried) return fail("storage.conflict", "the lease of job " + std::to_string(job.id.value) + " was lost");
    if (job.kind == k_read_evidence || job.kind == k_verify_evidence)
      return leave_document(stores, services, job, problem);
    if (job.kind == k_judge_section) return leave_section(stores, services, job, problem);
    if (job.kind == k_open_bundle) return leave_bundle(stores, job, problem);
    return {};
  });
}

}  // namespace mizan::workflow
