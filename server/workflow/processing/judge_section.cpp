// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/judge_section.hpp"

#include "forms/rule_set.hpp"
#include "workflow/evidence/about_document.hpp"
#include "workflow/processing/read_document.hpp"
#include "workflow/processing/read_evidence.hpp"
#include "workflow/section_state.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr int k_looks = 5;

/// Everything a judgement depends on. Two cases with the same mark judge the same.
struct SectionCase {
  DeclarationCase subject;
  SectionState state;
  std::vector<std::string> decisions;  ///< beside state.findings
  nlohmann::json normal;

  [[nodiscard]] std::string mark() const {
    nlohmann::json parts = {state.answers.revision, nlohmann::json::array(), nlohmann::json::array()};
    for (const auto& evidence : state.evidence) parts[1].push_back({evidence.id.value, to_text(evidence.status)});
    for (std::size_t i = 0; i < state.findings.size(); ++i)
      parts[2].push_back({state.findings[i].id.value, to_text(state.findings[i].state), decisions[i]});
    return parts.dump();
  }
};

Result<std::string> decision_on(storage::Stores& stores, const Finding& finding) {
  if (finding.state != FindingState::decided && finding.state != FindingState::clarifying) return std::string();
  auto decisions = stores.findings().decisions_of(finding.id);
  if (!decisions) return fail(std::move(decisions.error()));
  const auto last = std::find_if(decisions->rbegin(), decisions->rend(),
                                 [](const Decision& decision) { return !decision.undone_at.has_value(); });
  return last == decisions->rend() ? std::string() : std::string(to_text(last->kind));
}

bool is_judged(const Round& round) {
  return round.stage == RoundStage::declaration || round.stage == RoundStage::review;
}

/// Nothing when there is nothing to judge any more.
Result<std::optional<SectionCase>> find_section(storage::Stores& stores, const Services& services,
                                                const storage::Job& job) {
  const DeclarationId id{job.payload.value("declaration", std::int64_t{0})};
  auto subject = find_declaration(stores, Scope::everything(), id);
  if (!subject) return fail(std::move(subject.error()));
  if (!is_judged(subject->round)) return std::nullopt;
  auto state = load_section(stores, services, Scope::everything(), *subject, job.payload.value("section", ""));
  if (!state) return fail(std::move(state.error()));
  SectionCase section{std::move(*subject), std::move(*state), {}, {}};
  for (const auto& finding : section.state.findings) {
    auto decision = decision_on(stores, finding);
    if (!decision) return fail(std::move(decision.error()));
    // What was proved in an earlier round counts as confirmed (workflow/carry_over.hpp).
    if (decision->empty() && section.subject.declaration.status == DeclarationStatus::carried_over)
      *decision = "trusted";
    section.decisions.push_back(std::move(*decision));
  }
  const forms::CheckContext context{forms::CheckMode::draft,
                                    forms::Editor::office,
                                    to_json(section.subject.office),
                                    section.state.answers.answers,
                                    {}};
  section.normal = forms::check_answers(section.state.bundle->section, section.state.answers.answers, context).normal;
  return std::optional(std::move(section));
}

/// An expert who looked at the document as a whole did not accept it: it proves nothing.
bool is_rejected(const SectionCase& section, EvidenceId evidence) {
  const auto& findings = section.state.findings;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (findings[i].evidence == evidence && is_about_the_document(findings[i]) &&
        section.decisions[i] == to_text(DecisionKind::document))
      return true;
  return false;
}

bool counts(const Evidence& evidence) {
  return evidence.status == EvidenceStatus::read || evidence.status == EvidenceStatus::limited ||
         evidence.status == EvidenceStatus::unreadable || evidence.status == EvidenceStatus::failed;
}

/// A document without a reading still has findings that experts decide: it is judged with an empty one.
Result<criteria::JudgedDocument> judged_document(const Services& services, const SectionCase& section,
                                                 const Evidence& evidence) {
  auto reading = stored_reading(services, evidence.content);
  if (!reading) return fail(std::move(reading.error()));
  criteria::JudgedDocument document{
      evidence.slot, std::make_shared<const Reading>(*reading ? std::move(**reading) : Reading{}), {}};
  for (std::size_t i = 0; i < section.state.findings.size(); ++i) {
    const auto& finding = section.state.findings[i];
    if (finding.evidence == evidence.id)
      document.findings.push_back({finding.claim, finding.verdict, section.decisions[i]});
  }
  return document;
}

Result<criteria::JudgeRequest> judge_request(const Services& services, const SectionCase& section) {
  const auto& bundle = *section.state.bundle;
  criteria::JudgeRequest request{{bundle.manifest.id, bundle.manifest.version},
                                 section.normal,
                                 to_json(section.subject.office),
                                 forms::points_table(section.subject.round.rule_set_json, bundle.section.id),
                                 {}};
  for (const auto& evidence : section.state.evidence) {
    if (!counts(evidence) || is_rejected(section, evidence.id)) continue;
    auto document = judged_document(services, section, evidence);
    if (!document) return fail(std::move(document.error()));
    request.documents.push_back(std::move(*document));
  }
  return request;
}

Outcome append_where_changed(storage::Stores& stores, const storage::Job& job, const SectionCase& section,
                             const criteria::Judgement& judgement, Instant now) {
  auto latest = stores.scores().latest(section.subject.declaration.id);
  if (!latest) return fail(std::move(latest.error()));
  ScoreRevision revision{{},        section.subject.declaration.id,         section.state.bundle->section.id, 0,
                         judgement, section.state.bundle->manifest.version, job.payload.value("cause", ""),   now};
  const bool same = std::any_of(latest->begin(), latest->end(), [&](const ScoreRevision& last) {
    return last.section == revision.section && last.criterion_version == revision.criterion_version &&
           to_json(last.score) == to_json(revision.score);
  });
  if (same) return {};
  auto appended = stores.scores().append(revision);
  if (!appended) return fail(std::move(appended.error()));
  return {};
}

/// True when stored (or nothing to store); false when the section changed while it was judged.
Result<bool> store_judgement(const Services& services, const storage::Job& job, const SectionCase& judged,
                             const criteria::Judgement& judgement) {
  return services.database.write([&](storage::Stores& stores) -> Result<bool> {
    auto present = find_section(stores, services, job);
    if (!present) return fail(std::move(present.error()));
    if (*present && (*present)->mark() != judged.mark()) return false;
    if (auto finished = finish(stores, job); !finished) return fail(std::move(finished.error()));
    if (!*present) return true;
    if (auto stored = append_where_changed(stores, job, judged, judgement, services.clock.now()); !stored)
      return fail(std::move(stored.error()));
    return true;
  });
}

}  // namespace

Outcome judge_section(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  for (int i = 0; i < k_looks; ++i) {
    auto section = services.database.read([&](storage::Stores& stores) { return find_section(stores, services, job); });
    if (!section) return fail(std::move(section.error()));
    if (!*section) return finish_without_effect(services, job);
    auto request = judge_request(services, **section);
    if (!request) return fail(std::move(request.error()));
    auto judgement = processing.criteria.judge(*request);
    if (!judgement) return fail(std::move(judgement.error()));
    auto stored = store_judgement(services, job, **section, *judgement);
    if (!stored) return fail(std::move(stored.error()));
    if (*stored) return {};
  }
  return fail("storage.busy", "the section kept changing while it was judged");
}

}  // namespace mizan::workflow
