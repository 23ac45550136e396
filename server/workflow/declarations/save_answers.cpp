// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/save_answers.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/section_state.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

/// A form cannot have produced these: nothing of such a draft is kept.
Outcome check_honest(const forms::CheckedAnswers& checked) {
  const auto found = std::find_if(checked.problems.begin(), checked.problems.end(), [](const Problem& problem) {
    return problem.code == ProblemCode("answers.locked") || problem.code == ProblemCode("answers.unknown_field");
  });
  if (found == checked.problems.end()) return {};
  return fail(*found);
}

/// Each document's values are held against the new answers; judging waits for no document, so that points that hang on
/// answers alone are right at once.
Outcome enqueue_consequences(storage::Stores& stores, const Actor& actor, const SectionAnswers& saved, Instant now) {
  auto documents = stores.evidence().list(saved.declaration, saved.section, actor.scope);
  if (!documents) return fail(std::move(documents.error()));
  for (const auto& evidence : *documents) {
    if (evidence.purpose != EvidencePurpose::declaration || evidence.status == EvidenceStatus::refused ||
        evidence.status == EvidenceStatus::quarantined)
      continue;
    if (auto queued = enqueue_verification(stores.jobs(), evidence.id, now); !queued) return queued;
  }
  return enqueue_judging(stores.jobs(), saved.declaration, saved.section, "answers", now);
}

}  // namespace

Result<SavedAnswers> save_answers(const Services& services, const Actor& actor, const SectionAnswers& draft) {
  const auto now = services.clock.now();
  if (draft.answers.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size() >
      services.limits.answers_bytes)
    return fail(
        Problem("request.too_large").with("limit", std::to_string(services.limits.answers_bytes >> 10U) + " KiB"));
  return services.database.write([&](storage::Stores& stores) -> Result<SavedAnswers> {
    auto subject = find_own_declaration(stores, actor, draft.declaration);
    if (!subject) return fail(std::move(subject.error()));
    auto bundle = pinned_section(services, *subject, draft.section);
    if (!bundle) return fail(std::move(bundle.error()));
    if (auto open = check_declaring(*subject, now); !open) return fail(std::move(open.error()));
    auto stored = answers_of(stores, *subject, (*bundle)->section);
    if (!stored) return fail(std::move(stored.error()));
    if (stored->revision != draft.revision) return fail("answers.stale");

    const forms::CheckContext context{
        forms::CheckMode::draft, forms::Editor::office, to_json(subject->office), stored->answers, {}};
    auto checked = forms::check_answers((*bundle)->section, draft.answers, context);
    if (auto honest = check_honest(checked); !honest) return fail(std::move(honest.error()));
    if (stored->revision > 0 && stored->answers == draft.answers)
      return SavedAnswers{stored->revision, stored->saved_at, std::move(checked.problems)};

    SectionAnswers answers = draft;
    answers.saved_at = now;
    auto revision = stores.declarations().save_answers(answers);
    if (!revision) return fail(std::move(revision.error()));
    if (auto queued = enqueue_consequences(stores, actor, answers, now); !queued)
      return fail(std::move(queued.error()));
    if (auto recorded = record(stores.audit(), actor, now, "answers.saved",
                               "declaration/" + std::to_string(draft.declaration.value), subject->office.id,
                               {{"section", draft.section}, {"revision", *revision}});
        !recorded)
      return fail(std::move(recorded.error()));
    return SavedAnswers{*revision, now, std::move(checked.problems)};
  });
}

}  // namespace mizan::workflow
