// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/scan_content.hpp"

#include "antivirus/trouble.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/evidence/scan_gate.hpp"
#include "workflow/processing/read_evidence.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

/// The same bytes in more documents than there are offices would be a wonder.
constexpr int k_most_uses = 100'000;

ContentHash content_of(const storage::Job& job) {
  return ContentHash{job.payload.value("content", "")};
}

Outcome quarantine(storage::Stores& stores, const storage::EvidenceUse& use, const ContentScan& scan, Instant now) {
  // Found again: that holds its declaration, so that nobody who reads it meanwhile writes over the quarantine.
  auto evidence = stores.evidence().find(use.evidence.id, Scope::everything());
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence || (*evidence)->status == EvidenceStatus::removed ||
      (*evidence)->status == EvidenceStatus::quarantined)
    return {};
  mark_infected(**evidence);
  if (auto updated = stores.evidence().update(**evidence); !updated) return updated;
  if (auto superseded = stores.findings().replace(use.evidence.id, {}); !superseded)
    return fail(std::move(superseded.error()));
  if ((*evidence)->purpose == EvidencePurpose::declaration)
    if (auto queued = enqueue_judging(stores.jobs(), (*evidence)->declaration, (*evidence)->section, "quarantine", now);
        !queued)
      return queued;
  return record_quarantine(stores.audit(), machine(), **evidence, use.office, scan, now);
}

Outcome store_scan(const Services& services, const storage::Job& job, const ContentScan& scan) {
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    if (auto finished = finish(stores, job); !finished) return finished;
    if (auto saved = stores.content_scans().save(scan); !saved) return saved;
    if (scan.verdict != ScanVerdict::infected) return {};
    auto uses = stores.evidence().uses(scan.content, k_most_uses);
    if (!uses) return fail(std::move(uses.error()));
    for (const auto& use : *uses)
      if (auto done = quarantine(stores, use, scan, services.clock.now()); !done) return done;
    return {};
  });
}

struct Known {
  std::optional<ContentScan> scan;
  bool used = false;  ///< by a document that was not removed
};

Result<Known> known_of(const Services& services, const ContentHash& content) {
  return services.database.read([&](storage::Stores& stores) -> Result<Known> {
    auto scan = stores.content_scans().find(content);
    if (!scan) return fail(std::move(scan.error()));
    auto uses = stores.evidence().uses(content, 1);
    if (!uses) return fail(std::move(uses.error()));
    return Known{std::move(*scan), !uses->empty()};
  });
}

Result<ContentScan> scanned(const Processing& processing, const ContentHash& content) {
  if (processing.scanner == nullptr) return fail(antivirus::unavailable(antivirus::Trouble::not_configured));
  auto file = processing.services.evidence.open(content);
  if (!file) return fail(std::move(file.error()));
  auto answer = processing.scanner->scan((*file)->path());
  if (!answer) return fail(std::move(answer.error()));
  return ContentScan{content, answer->verdict, std::move(answer->signature), std::move(answer->engine),
                     processing.services.clock.now()};
}

/// Documents of one declaration whose bytes have no verdict, or whose verdict came to naught.
Result<std::vector<Evidence>> unscanned_in(storage::Stores& stores, DeclarationId declaration) {
  auto documents = stores.evidence().list(declaration, {}, Scope::everything());
  if (!documents) return fail(std::move(documents.error()));
  std::vector<Evidence> unscanned;
  for (auto& evidence : *documents) {
    auto scan = stores.content_scans().find(evidence.content);
    if (!scan) return fail(std::move(scan.error()));
    const bool sealed = evidence.status == EvidenceStatus::quarantined;
    if (!*scan || ((*scan)->verdict == ScanVerdict::infected && !sealed)) unscanned.push_back(std::move(evidence));
  }
  return unscanned;
}

Result<std::vector<DeclarationId>> all_declarations(storage::Stores& stores) {
  auto declarations = stores.declarations().list({}, Scope::everything());
  if (!declarations) return fail(std::move(declarations.error()));
  std::vector<DeclarationId> ids;
  ids.reserve(declarations->size());
  for (const auto& declaration : *declarations) ids.push_back(declaration.id);
  return ids;
}

}  // namespace

Outcome scan_content(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  const auto content = content_of(job);
  auto known = known_of(services, content);
  if (!known) return fail(std::move(known.error()));
  // The verdict of the same bytes holds for documents that came while it was found.
  if (known->scan) return store_scan(services, job, *known->scan);
  // Switched off since it was queued, it is found again when it is switched on.
  if (!known->used || !services.limits.scans.wanted()) return finish_without_effect(services, job);
  auto scan = scanned(processing, content);
  if (!scan) return fail(std::move(scan.error()));
  return store_scan(services, job, *scan);
}

Outcome find_unscanned(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  if (!services.limits.scans.wanted()) return finish_without_effect(services, job);
  auto declarations = services.database.read(all_declarations);
  if (!declarations) return fail(std::move(declarations.error()));
  for (const auto declaration : *declarations) {
    auto unscanned = services.database.read([&](storage::Stores& stores) { return unscanned_in(stores, declaration); });
    if (!unscanned) return fail(std::move(unscanned.error()));
    if (unscanned->empty()) continue;
    auto queued = services.database.write([&](storage::Stores& stores) -> Outcome {
      for (const auto& evidence : *unscanned)
        if (auto one = enqueue_scan(stores.jobs(), evidence.content, evidence.id, services.clock.now()); !one)
          return one;
      return {};
    });
    if (!queued) return queued;
  }
  return finish_without_effect(services, job);
}

}  // namespace mizan::workflow
