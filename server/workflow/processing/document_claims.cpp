// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/document_claims.hpp"

#include "forms/definitions.hpp"
#include "verification/verify.hpp"
#include "workflow/processing/fraud_signals.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr const char* k_needs_expert = "needs_expert";

Result<std::vector<Claim>> claims_of(const Processing& processing, const DocumentCase& document) {
  if (document.evidence.purpose == EvidencePurpose::objection) return std::vector<Claim>{};
  criteria::ClaimsRequest request{{document.bundle->manifest.id, document.bundle->manifest.version},
                                  document.normal,
                                  document.evidence.slot,
                                  to_json(document.subject.office)};
  auto claims = processing.criteria.claims(request);
  if (!claims) return claims;
  for (auto& claim : *claims) processing.services.definitions.document_types().complete(claim);
  return claims;
}

Finding finding_of(const Evidence& evidence, Claim claim, Verdict verdict, Instant now) {
  Finding finding;
  finding.evidence = evidence.id;
  finding.declaration = evidence.declaration;
  finding.section = evidence.section;
  finding.slot = evidence.slot;
  finding.state = verdict.agreement == Agreement::match ? FindingState::settled : FindingState::open;
  finding.claim = std::move(claim);
  finding.verdict = std::move(verdict);
  finding.at = now;
  return finding;
}

Verdict unread_verdict(const Claim& claim) {
  Verdict verdict;
  verdict.claim_id = claim.id;
  verdict.reason = k_needs_expert;
  return verdict;
}

bool same_question(const Finding& left, const Finding& right) {
  return to_json(left.claim) == to_json(right.claim) && to_json(left.verdict) == to_json(right.verdict);
}

/// The words were about this value and still fit.
void keep_explanations(const std::vector<Finding>& before, std::vector<Finding>& now) {
  for (auto& finding : now) {
    const auto old = std::find_if(before.begin(), before.end(), [&](const Finding& row) {
      return row.claim.id == finding.claim.id && row.claim.declared == finding.claim.declared;
    });
    if (old != before.end() && finding.state == FindingState::open) finding.explanation = old->explanation;
  }
}

}  // namespace

Result<std::optional<DocumentCase>> find_document(storage::Stores& stores, const Services& services, EvidenceId id) {
  auto evidence = stores.evidence().find(id, Scope::everything());
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence || (*evidence)->status == EvidenceStatus::removed) return std::nullopt;
  auto subject = find_declaration(stores, Scope::everything(), (*evidence)->declaration);
  if (!subject) return fail(std::move(subject.error()));
  auto bundle = pinned_section(services, *subject, (*evidence)->section);
  if (!bundle) return fail(std::move(bundle.error()));
  auto answers = answers_of(stores, *subject, (*bundle)->section);
  if (!answers) return fail(std::move(answers.error()));
  DocumentCase document{std::move(**evidence), std::move(*subject), *bundle, std::move(*answers), {}};
  const forms::CheckContext context{
      forms::CheckMode::draft, forms::Editor::office, to_json(document.subject.office), document.answers.answers, {}};
  document.normal = forms::check_answers(document.bundle->section, document.answers.answers, context).normal;
  return std::optional(std::move(document));
}

Result<std::vector<Finding>> verify_document(const Processing& processing, const DocumentCase& document,
                                             const Reading& reading) {
  auto claims = claims_of(processing, document);
  if (!claims) return fail(std::move(claims.error()));
  auto verdicts = verification::verify(reading, *claims);
  if (verdicts.size() != claims->size()) return fail("server.internal", "verification lost a claim");
  std::vector<Finding> findings;
  findings.reserve(claims->size());
  const auto now = processing.services.clock.now();
  for (std::size_t i = 0; i < claims->size(); ++i)
    findings.push_back(finding_of(document.evidence, std::move((*claims)[i]), std::move(verdicts[i]), now));
  auto signals = fraud_signals(document, reading, processing.services.limits.fraud, now);
  std::move(signals.begin(), signals.end(), std::back_inserter(findings));
  return findings;
}

Result<std::vector<Finding>> unread_document(const Processing& processing, const DocumentCase& document) {
  auto claims = claims_of(processing, document);
  if (!claims) return fail(std::move(claims.error()));
  std::vector<Finding> findings;
  for (auto& claim : *claims) {
    auto verdict = unread_verdict(claim);
    findings.push_back(
        finding_of(document.evidence, std::move(claim), std::move(verdict), processing.services.clock.now()));
  }
  return findings;
}

Finding whole_document_finding(const Evidence& evidence, const std::string& label, Instant now) {
  Claim claim;
  claim.id = claim.field = "document";
  claim.label = label;
  auto verdict = unread_verdict(claim);
  return finding_of(evidence, std::move(claim), std::move(verdict), now);
}

Result<bool> store_findings(storage::Stores& stores, EvidenceId evidence, std::vector<Finding> findings) {
  auto before = stores.findings().of_evidence(evidence, Scope::everything());
  if (!before) return fail(std::move(before.error()));
  if (std::equal(before->begin(), before->end(), findings.begin(), findings.end(), same_question)) return false;
  keep_explanations(*before, findings);
  auto stored = stores.findings().replace(evidence, findings);
  if (!stored) return fail(std::move(stored.error()));
  return true;
}

}  // namespace mizan::workflow
