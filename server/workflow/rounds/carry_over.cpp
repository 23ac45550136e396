// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/carry_over.hpp"

#include "workflow/work_queue.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome copy_answers(storage::Stores& stores, const Round& round, DeclarationId earlier, DeclarationId declaration,
                     Instant now) {
  auto saved = stores.declarations().all_answers(earlier);
  if (!saved) return fail(std::move(saved.error()));
  for (auto& answers : *saved) {
    if (!round.criteria.contains(answers.section)) continue;
    auto draft = stores.declarations().answers(declaration, answers.section);
    if (!draft) return fail(std::move(draft.error()));
    answers.declaration = declaration;
    answers.revision = draft->revision;
    answers.saved_at = now;
    if (auto stored = stores.declarations().save_answers(answers); !stored) return fail(std::move(stored.error()));
  }
  return {};
}

Outcome set_drafts_aside(storage::Stores& stores, DeclarationId declaration) {
  auto drafted = stores.evidence().list(declaration, {}, Scope::everything());
  if (!drafted) return fail(std::move(drafted.error()));
  for (auto& evidence : *drafted) {
    evidence.status = EvidenceStatus::removed;
    if (auto updated = stores.evidence().update(evidence); !updated) return updated;
    if (auto superseded = stores.findings().replace(evidence.id, {}); !superseded)
      return fail(std::move(superseded.error()));
  }
  return {};
}

Result<std::optional<Decision>> confirmed_decision(storage::Stores& stores, FindingId finding) {
  auto decisions = stores.findings().decisions_of(finding);
  if (!decisions) return fail(std::move(decisions.error()));
  const auto last = std::find_if(decisions->rbegin(), decisions->rend(),
                                 [](const Decision& decision) { return !decision.undone_at.has_value(); });
  if (last == decisions->rend() || last->kind == DecisionKind::clarification) return std::nullopt;
  return *last;
}

Outcome copy_findings(storage::Stores& stores, EvidenceId from, const Evidence& to) {
  auto findings = stores.findings().of_evidence(from, Scope::everything());
  if (!findings) return fail(std::move(findings.error()));
  std::vector<std::optional<Decision>> decisions;
  for (auto& finding : *findings) {
    auto decision = confirmed_decision(stores, finding.id);
    if (!decision) return fail(std::move(decision.error()));
    finding.id = {};
    finding.evidence = to.id;
    finding.declaration = to.declaration;
    finding.state = *decision ? FindingState::decided : FindingState::settled;
    decisions.push_back(std::move(*decision));
  }
  auto ids = stores.findings().replace(to.id, *findings);
  if (!ids) return fail(std::move(ids.error()));
  for (std::size_t i = 0; i < ids->size(); ++i) {
    if (!decisions[i]) continue;
    decisions[i]->finding = (*ids)[i];
    if (auto added = stores.findings().add_decision(*decisions[i]); !added) return fail(std::move(added.error()));
  }
  return {};
}

Outcome copy_evidence(storage::Stores& stores, const Round& round, DeclarationId earlier, DeclarationId declaration,
                      Instant now) {
  auto documents = stores.evidence().list(earlier, {}, Scope::everything());
  if (!documents) return fail(std::move(documents.error()));
  for (const auto& document : *documents) {
    if (document.purpose != EvidencePurpose::declaration || !round.criteria.contains(document.section)) continue;
    Evidence copy = document;
    copy.declaration = declaration;
    auto id = stores.evidence().create(copy);
    if (!id) return fail(std::move(id.error()));
    copy.id = *id;
    if (auto copied = copy_findings(stores, document.id, copy); !copied) return copied;
    if (copy.status != EvidenceStatus::being_read) continue;
    if (auto queued = enqueue_reading(stores.jobs(), copy.id, now); !queued) return queued;
  }
  return {};
}

}  // namespace

Outcome carry_over(storage::Stores& stores, const Round& round, DeclarationId earlier, DeclarationId declaration,
                   Instant now) {
  if (auto aside = set_drafts_aside(stores, declaration); !aside) return aside;
  if (auto copied = copy_answers(stores, round, earlier, declaration, now); !copied) return copied;
  if (auto copied = copy_evidence(stores, round, earlier, declaration, now); !copied) return copied;
  for (const auto& [section, version] : round.criteria)
    if (auto queued = enqueue_judging(stores.jobs(), declaration, section, "carry_over", now); !queued) return queued;
  return {};
}

}  // namespace mizan::workflow
