// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/read_evidence.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/processing/document_claims.hpp"
#include "workflow/processing/read_document.hpp"
#include "workflow/processing/seen_before.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

/// An office that types while its document is verified changes the answers under us: we look again, a few times.
constexpr int k_looks = 5;

EvidenceId evidence_of(const storage::Job& job) {
  return EvidenceId{job.payload.value("evidence", std::int64_t{0})};
}

Result<std::optional<DocumentCase>> look(const Services& services, EvidenceId id) {
  return services.database.read([&](storage::Stores& stores) { return find_document(stores, services, id); });
}

/// What a job found out about a document.
struct Effects {
  Evidence evidence;  ///< with its new status, problem and pages
  std::vector<Finding> findings;
  const Reading* reading;  ///< null when there is none
  const char* action;
  const char* cause;
};

enum class Stored { yes, answers_changed };

/// Documents alike that were sent later, but read before this one, are told now that they are the later ones. Once the
/// round is in review their findings are the experts'.
Outcome verify_later(storage::Stores& stores, const Services& services, const DocumentCase& document,
                     const std::vector<EvidenceId>& later) {
  if (document.subject.round.stage != RoundStage::declaration) return {};
  for (const auto id : later)
    if (auto queued = enqueue_verification(stores.jobs(), id, services.clock.now()); !queued) return queued;
  return {};
}

/// Looked up in the storing transaction, so that what is stored is what stands then.
Result<std::vector<Finding>> with_what_was_seen(storage::Stores& stores, const Services& services,
                                                const DocumentCase& document, const Effects& effects) {
  auto findings = effects.findings;
  if (effects.evidence.status == EvidenceStatus::refused) return findings;
  auto seen = seen_before(stores, services, document, effects.reading);
  if (!seen) return fail(std::move(seen.error()));
  if (seen->finding) findings.push_back(std::move(*seen->finding));
  const bool first_read = document.evidence.status == EvidenceStatus::being_read;
  if (first_read)
    if (auto told = verify_later(stores, services, document, seen->later); !told) return fail(std::move(told.error()));
  return findings;
}

/// False findings of yesterday's answers must not be stored: the revision is compared in the storing transaction.
Result<Stored> store_effects(const Services& services, const storage::Job& job, const DocumentCase& document,
                             const Effects& effects) {
  return services.database.write([&](storage::Stores& stores) -> Result<Stored> {
    auto present = find_document(stores, services, document.evidence.id);
    if (!present) return fail(std::move(present.error()));
    if (*present && (*present)->answers.revision != document.answers.revision) return Stored::answers_changed;
    if (auto finished = finish(stores, job); !finished) return fail(std::move(finished.error()));
    // Removed or quarantined in the meantime: what was read in it counts no more.
    if (!*present || (*present)->evidence.status == EvidenceStatus::quarantined) return Stored::yes;
    if (auto updated = stores.evidence().update(effects.evidence); !updated) return fail(std::move(updated.error()));
    auto findings = with_what_was_seen(stores, services, **present, effects);
    if (!findings) return fail(std::move(findings.error()));
    const auto count = findings->size();
    auto changed = store_findings(stores, document.evidence.id, std::move(*findings));
    if (!changed) return fail(std::move(changed.error()));
    const auto now = services.clock.now();
    if (document.evidence.purpose == EvidencePurpose::declaration)
      if (auto queued = enqueue_judging(stores.jobs(), document.evidence.declaration, document.evidence.section,
                                        effects.cause, now);
          !queued)
        return fail(std::move(queued.error()));
    if (auto recorded = record(
            stores.audit(), machine(), now, effects.action, "evidence/" + std::to_string(document.evidence.id.value),
            document.subject.office.id,
            {{"status", to_text(effects.evidence.status)}, {"problem", effects.evidence.problem}, {"findings", count}});
        !recorded)
      return fail(std::move(recorded.error()));
    return Stored::yes;
  });
}

int page_limit(const DocumentCase& document, const Limits& limits) {
  const auto* slot = document.bundle->section.slot(document.evidence.slot);
  return slot == nullptr ? limits.reading.pages : std::min(slot->page_limit, limits.reading.pages);
}

Evidence with_outcome(Evidence evidence, const ReadDocument& read) {
  evidence.status = read.status;
  evidence.problem = read.problem;
  evidence.pages = read.pages;
  return evidence;
}

/// A refused document proves and asks nothing; an unreadable one leaves every claim to an expert.
Result<std::vector<Finding>> findings_of(const Processing& processing, const DocumentCase& document,
                                         const ReadDocument& read) {
  if (read.reading) return verify_document(processing, document, *read.reading);
  if (read.status == EvidenceStatus::refused) return std::vector<Finding>{};
  return unread_document(processing, document);
}

Result<Stored> verify_once(const Processing& processing, const storage::Job& job, const DocumentCase& document) {
  auto reading = stored_reading(processing.services, document.evidence.content);
  if (!reading) return fail(std::move(reading.error()));
  const bool machine_read = *reading && document.evidence.status != EvidenceStatus::failed;
  auto findings =
      machine_read ? verify_document(processing, document, **reading) : unread_document(processing, document);
  if (!findings) return fail(std::move(findings.error()));
  // What is known of a failed document without claims is that somebody must look at it.
  if (findings->empty() && document.evidence.status == EvidenceStatus::failed) {
    if (auto finished = finish_without_effect(processing.services, job); !finished)
      return fail(std::move(finished.error()));
    return Stored::yes;
  }
  return store_effects(
      processing.services, job, document,
      {document.evidence, std::move(*findings), machine_read ? &**reading : nullptr, "evidence.verified", "answers"});
}

bool has_claims_to_verify(const Evidence& evidence) {
  switch (evidence.status) {
    case EvidenceStatus::read:
    case EvidenceStatus::limited:
    case EvidenceStatus::unreadable:
    case EvidenceStatus::failed:
      return true;
    case EvidenceStatus::being_read:  // its own job looks at the answers of that moment
    case EvidenceStatus::refused:
    case EvidenceStatus::quarantined:
    case EvidenceStatus::removed:
      break;
  }
  return false;
}

}  // namespace

Actor machine() {
  return {};
}

Outcome finish(storage::Stores& stores, const storage::Job& job) {
  auto finished = stores.jobs().finish(job.id, job.token);
  if (!finished) return fail(std::move(finished.error()));
  if (!*finished) return fail("storage.conflict", "the lease of job " + std::to_string(job.id.value) + " was lost");
  return {};
}

Outcome finish_without_effect(const Services& services, const storage::Job& job) {
  return services.database.write([&](storage::Stores& stores) { return finish(stores, job); });
}

Outcome read_evidence(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  std::optional<ReadDocument> read;
  for (int i = 0; i < k_looks; ++i) {
    auto document = look(services, evidence_of(job));
    if (!document) return fail(std::move(document.error()));
    if (!*document) return finish_without_effect(services, job);
    const auto status = (*document)->evidence.status;
    if (status != EvidenceStatus::being_read && status != EvidenceStatus::failed)
      return finish_without_effect(services, job);
    if (!read) {
      auto fresh = read_document(processing, (*document)->evidence, page_limit(**document, services.limits));
      if (!fresh) return fail(std::move(fresh.error()));
      read = std::move(*fresh);
    }
    auto findings = findings_of(processing, **document, *read);
    if (!findings) return fail(std::move(findings.error()));
    auto stored = store_effects(services, job, **document,
                                {with_outcome((*document)->evidence, *read), std::move(*findings),
                                 read->reading ? &*read->reading : nullptr, "evidence.read", "reading"});
    if (!stored) return fail(std::move(stored.error()));
    if (*stored == Stored::yes) return {};
  }
  return fail("storage.busy", "the answers kept changing while a document was verified");
}

Outcome verify_evidence(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  for (int i = 0; i < k_looks; ++i) {
    auto document = look(services, evidence_of(job));
    if (!document) return fail(std::move(document.error()));
    if (!*document || !has_claims_to_verify((*document)->evidence)) return finish_without_effect(services, job);
    auto stored = verify_once(processing, job, **document);
    if (!stored) return fail(std::move(stored.error()));
    if (*stored == Stored::yes) return {};
  }
  return fail("storage.busy", "the answers kept changing while a document was verified");
}

}  // namespace mizan::workflow
