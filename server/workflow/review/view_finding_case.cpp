// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/review/view_finding_case.hpp"

#include "workflow/definition_titles.hpp"
#include "workflow/review/browse_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

bool may_decide(const Actor& actor, const DeclarationCase& subject) {
  const bool counts = subject.declaration.status == DeclarationStatus::submitted ||
                      subject.declaration.status == DeclarationStatus::carried_over;
  return actor.role == Role::expert && subject.round.stage == RoundStage::review && counts;
}

Result<EvidenceView> evidence_of(storage::Stores& stores, const Services& services, const Actor& actor,
                                 const DeclarationCase& subject, EvidenceId id) {
  auto evidence = stores.evidence().find(id, actor.scope);
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence) return fail("access.not_found");
  return evidence_view(stores, services, actor, subject, **evidence);
}

/// `path` is a field's id, or for a list `field/row/column`.
forms::Label reviewer_hint(const forms::Section& section, const std::string& path) {
  const auto* field = section.field(path.substr(0, path.find('/')));
  if (field != nullptr && path.find('/') != std::string::npos) {
    const auto& columns = field->fields;
    const auto column =
        std::find_if(columns.begin(), columns.end(),
                     [id = path.substr(path.rfind('/') + 1)](const forms::Field& one) { return one.id == id; });
    field = column == columns.end() ? nullptr : &*column;
  }
  return field != nullptr && field->reviewer ? *field->reviewer : forms::Label{};
}

Outcome add_decisions(storage::Stores& stores, const Services& services, const Actor& actor, FindingId id,
                      FindingCase& out) {
  auto decisions = stores.findings().decisions_of(id);
  if (!decisions) return fail(std::move(decisions.error()));
  for (auto decision = decisions->rbegin(); decision != decisions->rend(); ++decision) {
    auto view = decision_view(stores, services, actor, *decision);
    if (!view) return fail(std::move(view.error()));
    out.decisions.push_back(std::move(*view));
  }
  return {};
}

}  // namespace

Result<FindingCase> view_finding_case(const Services& services, const Actor& actor, FindingId id) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<FindingCase> {
    auto finding = stores.findings().find(id, actor.scope);
    if (!finding) return fail(std::move(finding.error()));
    if (!*finding) return fail("access.not_found");
    auto subject = find_declaration(stores, actor.scope, (*finding)->declaration);
    if (!subject) return fail(std::move(subject.error()));
    auto view = finding_view(stores, services, actor, **finding);
    if (!view) return fail(std::move(view.error()));
    auto evidence = evidence_of(stores, services, actor, *subject, (*finding)->evidence);
    if (!evidence) return fail(std::move(evidence.error()));

    FindingCase out{std::move(*view),
                    subject->office,
                    section_title(services.definitions, (*finding)->section),
                    std::move(*evidence),
                    {},
                    {},
                    may_decide(actor, *subject),
                    {}};
    if (out.evidence.scan == ScanState::pending || out.evidence.scan == ScanState::infected)
      out.deciding_allowed = false;
    if (const auto bundle = pinned_section(services, *subject, (*finding)->section)) {
      out.section_title = (*bundle)->section.title;
      if (out.finding.answer_field) out.reviewer = reviewer_hint((*bundle)->section, *out.finding.answer_field);
    }
    std::copy_if(out.evidence.findings.begin(), out.evidence.findings.end(), std::back_inserter(out.page_findings),
                 [&](const FindingView& other) { return other.finding.verdict.page == (*finding)->verdict.page; });
    if (auto added = add_decisions(stores, services, actor, id, out); !added) return fail(std::move(added.error()));
    return out;
  });
}

}  // namespace mizan::workflow
