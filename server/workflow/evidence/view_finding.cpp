// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/view_finding.hpp"

#include "workflow/declaration_case.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::string_view k_row_mark = "{row}";

std::string document_field_of_row(const std::string& pattern, int row) {
  std::string field = pattern;
  if (const auto at = field.find(k_row_mark); at != std::string::npos)
    field.replace(at, k_row_mark.size(), std::to_string(row));
  return field;
}

/// Looks in the wordings that the section proves, since a criterion with code may claim more than its fields.
std::optional<std::string> field_of(const forms::Proof& proof, const Claim& claim) {
  if (document_field_of_row(proof.document_field, claim.row) != claim.field) return std::nullopt;
  if (proof.rows.empty()) return proof.field;
  if (claim.row < 1) return std::nullopt;
  return proof.rows + "/" + std::to_string(claim.row - 1) + "/" + proof.field;
}

Result<PageList> pages_of(storage::Stores& stores, const Services& services, const Evidence& evidence) {
  auto reading = stores.evidence().latest_reading(evidence.content);
  if (!reading) return fail(std::move(reading.error()));
  if (!*reading) return PageList{};
  return load_page_list(services.evidence, **reading);
}

}  // namespace

std::optional<std::string> answer_field(const forms::Section& section, std::string_view slot, const Claim& claim) {
  const auto* asked = section.slot(slot);
  if (asked == nullptr) return std::nullopt;
  for (const auto& proof : asked->proves)
    if (auto field = field_of(proof, claim)) return field;
  return std::nullopt;
}

Result<DecisionView> decision_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                   const Decision& decision) {
  DecisionView view{decision, "کارشناس", decision.at + services.limits.undo};
  if (actor.role == Role::office) return view;
  auto expert = stores.accounts().find(decision.expert);
  if (!expert) return fail(std::move(expert.error()));
  if (*expert) view.expert_name = (*expert)->name;
  return view;
}

Result<std::optional<Decision>> standing_decision(storage::Stores& stores, FindingId finding) {
  auto decisions = stores.findings().decisions_of(finding);
  if (!decisions) return fail(std::move(decisions.error()));
  const auto last = std::find_if(decisions->rbegin(), decisions->rend(),
                                 [](const Decision& decision) { return !decision.undone_at.has_value(); });
  return last == decisions->rend() ? std::nullopt : std::optional(*last);
}

Result<FindingView> finding_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                 const Finding& finding, const forms::Section* section,
                                 const std::vector<StoredPage>& pages) {
  FindingView view{shown_to(actor, finding), std::nullopt, 0, 0, std::nullopt, std::nullopt};
  auto seen = seen_elsewhere(stores, actor, finding);
  if (!seen) return fail(std::move(seen.error()));
  view.seen = std::move(*seen);
  if (section != nullptr) view.answer_field = answer_field(*section, finding.slot, finding.claim);
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const StoredPage& row) { return row.page == view.finding.verdict.page; });
  if (page != pages.end()) {
    view.page_width = page->width;
    view.page_height = page->height;
  }
  if (finding.state != FindingState::decided && finding.state != FindingState::clarifying) return view;
  auto decision = standing_decision(stores, finding.id);
  if (!decision) return fail(std::move(decision.error()));
  if (!*decision) return view;
  auto shown = decision_view(stores, services, actor, **decision);
  if (!shown) return fail(std::move(shown.error()));
  view.decision = std::move(*shown);
  return view;
}

Result<FindingView> finding_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                 const Finding& finding) {
  auto subject = find_declaration(stores, actor.scope, finding.declaration);
  if (!subject) return fail(std::move(subject.error()));
  auto bundle = pinned_section(services, *subject, finding.section);
  auto evidence = stores.evidence().find(finding.evidence, actor.scope);
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence) return fail("access.not_found");
  auto list = pages_of(stores, services, **evidence);
  if (!list) return fail(std::move(list.error()));
  return finding_view(stores, services, actor, finding, bundle ? &(*bundle)->section : nullptr, list->pages);
}

}  // namespace mizan::workflow
