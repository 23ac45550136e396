// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/about_document.hpp"

#include <string>

namespace mizan::workflow {
namespace {

constexpr std::string_view k_mark = "document/";  // no criterion's claim has a slash in its id

}  // namespace

Finding document_finding(const Evidence& evidence, const forms::Section& section, std::string_view field, Instant now) {
  Finding finding;
  finding.evidence = evidence.id;
  finding.declaration = evidence.declaration;
  finding.section = evidence.section;
  finding.slot = evidence.slot;
  finding.claim.id = std::string(k_mark).append(field);
  finding.claim.field = field;
  finding.claim.label = evidence.slot;
  if (const auto* slot = section.slot(evidence.slot)) {
    finding.claim.label = slot->label.fa;
    finding.claim.document_type = slot->document_type;
  }
  finding.verdict.claim_id = finding.claim.id;
  finding.verdict.agreement = Agreement::mismatch;
  finding.at = now;
  return finding;
}

bool is_about_the_document(const Finding& finding) {
  return finding.claim.id.starts_with(k_mark);
}

}  // namespace mizan::workflow
