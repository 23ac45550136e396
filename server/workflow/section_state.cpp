// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/section_state.hpp"

#include "model/text_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::array<std::pair<SectionStatus, std::string_view>, 5> k_statuses{
    {{SectionStatus::not_started, "not_started"},
     {SectionStatus::in_progress, "in_progress"},
     {SectionStatus::being_read, "being_read"},
     {SectionStatus::mismatches, "mismatches"},
     {SectionStatus::complete, "complete"}}};
constexpr std::array<std::pair<NextStep, std::string_view>, 6> k_steps{{{NextStep::start, "start"},
                                                                        {NextStep::continue_, "continue"},
                                                                        {NextStep::wait, "wait"},
                                                                        {NextStep::repair, "repair"},
                                                                        {NextStep::none, "none"},
                                                                        {NextStep::view, "view"}}};

bool waits_for_somebody(const Finding& finding) {
  return finding.verdict.agreement != Agreement::match &&
         (finding.state == FindingState::open || finding.state == FindingState::clarifying);
}

SectionStatus status_of(const SectionState& state) {
  const bool reading = std::any_of(state.evidence.begin(), state.evidence.end(), [](const Evidence& evidence) {
    return evidence.status == EvidenceStatus::being_read;
  });
  if (reading) return SectionStatus::being_read;
  if (state.mismatches > 0) return SectionStatus::mismatches;
  if (state.checked.problems.empty()) return SectionStatus::complete;
  return state.answers.revision == 0 && state.evidence.empty() ? SectionStatus::not_started
                                                               : SectionStatus::in_progress;
}

/// What belongs to one declaration, fetched at once and dealt out to its sections.
struct Contents {
  std::vector<Evidence> evidence;
  std::vector<Finding> findings;
  std::vector<ScoreRevision> scores;
};

Result<Contents> contents_of(storage::Stores& stores, const Scope& scope, DeclarationId id) {
  auto evidence = stores.evidence().list(id, {}, scope);
  if (!evidence) return fail(std::move(evidence.error()));
  auto findings = stores.findings().of_declaration(id, scope);
  if (!findings) return fail(std::move(findings.error()));
  auto scores = stores.scores().latest(id);
  if (!scores) return fail(std::move(scores.error()));
  return Contents{std::move(*evidence), std::move(*findings), std::move(*scores)};
}

Result<SectionState> state_of(storage::Stores& stores, const DeclarationCase& subject, const forms::Bundle& bundle,
                              const Contents& contents) {
  SectionState state;
  state.bundle = &bundle;
  auto answers = answers_of(stores, subject, bundle.section);
  if (!answers) return fail(std::move(answers.error()));
  state.answers = std::move(*answers);
  const auto& id = bundle.section.id;
  for (const auto& evidence : contents.evidence)
    if (evidence.section == id && evidence.purpose == EvidencePurpose::declaration) state.evidence.push_back(evidence);
  for (const auto& finding : contents.findings)
    if (finding.section == id) state.findings.push_back(finding);
  for (const auto& score : contents.scores)
    if (score.section == id) state.score = score.score;
  state.mismatches = static_cast<int>(std::count_if(state.findings.begin(), state.findings.end(), waits_for_somebody));

  forms::CheckContext context{forms::CheckMode::complete, forms::Editor::office, to_json(subject.office),
                              state.answers.answers, filled_slots(state.evidence)};
  state.checked = forms::check_answers(bundle.section, state.answers.answers, context);
  state.status = status_of(state);
  return state;
}

}  // namespace

Result<SectionAnswers> answers_of(storage::Stores& stores, const DeclarationCase& subject,
                                  const forms::Section& section) {
  auto answers = stores.declarations().answers(subject.declaration.id, section.id);
  if (answers && answers->revision == 0) answers->answers = forms::prefilled_answers(section, to_json(subject.office));
  return answers;
}

std::set<std::string> filled_slots(const std::vector<Evidence>& evidence) {
  std::set<std::string> slots;
  for (const auto& row : evidence)
    if (row.status != EvidenceStatus::refused && row.status != EvidenceStatus::quarantined &&
        row.status != EvidenceStatus::removed && row.purpose == EvidencePurpose::declaration)
      slots.insert(row.slot);
  return slots;
}

Result<std::vector<SectionState>> load_sections(storage::Stores& stores, const Services& services, const Scope& scope,
                                                const DeclarationCase& subject) {
  auto bundles = pinned_sections(services, subject.round, subject.office.kind);
  if (!bundles) return fail(std::move(bundles.error()));
  auto contents = contents_of(stores, scope, subject.declaration.id);
  if (!contents) return fail(std::move(contents.error()));
  std::vector<SectionState> sections;
  for (const auto* bundle : *bundles) {
    auto state = state_of(stores, subject, *bundle, *contents);
    if (!state) return fail(std::move(state.error()));
    sections.push_back(std::move(*state));
  }
  return sections;
}

Result<SectionState> load_section(storage::Stores& stores, const Services& services, const Scope& scope,
                                  const DeclarationCase& subject, std::string_view section) {
  auto bundle = pinned_section(services, subject, section);
  if (!bundle) return fail(std::move(bundle.error()));
  auto contents = contents_of(stores, scope, subject.declaration.id);
  if (!contents) return fail(std::move(contents.error()));
  return state_of(stores, subject, **bundle, *contents);
}

NextStep next_step(const SectionState& state, bool editable) {
  const bool asked = std::any_of(state.findings.begin(), state.findings.end(),
                                 [](const Finding& finding) { return finding.state == FindingState::clarifying; });
  if (asked) return NextStep::repair;
  if (!editable) return NextStep::view;
  switch (state.status) {
    case SectionStatus::not_started:
      return NextStep::start;
    case SectionStatus::in_progress:
      return NextStep::continue_;
    case SectionStatus::being_read:
      return NextStep::wait;
    case SectionStatus::mismatches:
      return NextStep::repair;
    case SectionStatus::complete:
      break;
  }
  return NextStep::none;
}

std::string_view to_text(SectionStatus status) {
  return text_of(k_statuses, status);
}
std::string_view to_text(NextStep step) {
  return text_of(k_steps, step);
}

}  // namespace mizan::workflow
