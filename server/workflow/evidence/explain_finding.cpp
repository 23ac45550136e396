// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/explain_finding.hpp"

#include "base/persian/utf8.hpp"
#include "forms/normal_form.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/declaration_case.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_text(const std::string& text, std::size_t limit) {
  if (forms::normal_text(text).empty()) return fail(Problem("finding.note_missing").on_field("text"));
  if (persian::decode(text).size() > limit)
    return fail(Problem("answers.too_long")
                    .on_field("text")
                    .with("label", "توضیح")
                    .with("label_en", "The explanation")
                    .with("maximum", std::to_string(limit)));
  return {};
}

Outcome check_awaited(const Finding& finding, const Round& round) {
  if (finding.state != FindingState::open && finding.state != FindingState::clarifying) return fail("finding.not_open");
  if (round.stage != RoundStage::declaration && round.stage != RoundStage::review)
    return fail(Problem("round.wrong_stage").with("stage", std::string(to_text(round.stage))));
  return {};
}

}  // namespace

Result<FindingView> explain_finding(const Services& services, const Actor& actor, FindingId id,
                                    const std::string& text) {
  if (actor.role != Role::office) return fail("access.forbidden");
  if (auto checked = check_text(text, services.limits.explanation_characters); !checked)
    return fail(std::move(checked.error()));
  return services.database.write([&](storage::Stores& stores) -> Result<FindingView> {
    auto finding = stores.findings().find(id, actor.scope);
    if (!finding) return fail(std::move(finding.error()));
    if (!*finding) return fail("access.not_found");
    auto subject = find_own_declaration(stores, actor, (*finding)->declaration);
    if (!subject) return fail(std::move(subject.error()));
    if (auto awaited = check_awaited(**finding, subject->round); !awaited) return fail(std::move(awaited.error()));

    (*finding)->explanation = text;
    const bool answered = (*finding)->state == FindingState::clarifying;
    if (answered) (*finding)->state = FindingState::open;
    if (auto updated = stores.findings().update(**finding); !updated) return fail(std::move(updated.error()));
    if (auto recorded =
            record(stores.audit(), actor, services.clock.now(), answered ? "finding.clarified" : "finding.explained",
                   "finding/" + std::to_string(id.value), subject->office.id, {{"text", text}});
        !recorded)
      return fail(std::move(recorded.error()));
    return finding_view(stores, services, actor, **finding);
  });
}

}  // namespace mizan::workflow
