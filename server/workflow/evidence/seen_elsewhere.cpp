// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/seen_elsewhere.hpp"

#include "workflow/declaration_case.hpp"
#include "workflow/evidence/about_document.hpp"

#include <charconv>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr const char* k_whole_document = "document";

bool is_seen_before(const Finding& finding) {
  return finding.claim.field == k_seen_before;
}

}  // namespace

void keep_earlier(const EarlierDocument& earlier, Claim& claim) {
  claim.declared = std::to_string(earlier.evidence.value);
  claim.row = earlier.page + 1;
}

std::optional<EarlierDocument> earlier_in(const Finding& finding) {
  if (!is_seen_before(finding)) return std::nullopt;
  EarlierDocument earlier;
  const auto& id = finding.claim.declared;
  const auto end = std::from_chars(id.data(), id.data() + id.size(), earlier.evidence.value);
  if (end.ec != std::errc() || end.ptr != id.data() + id.size()) return std::nullopt;
  earlier.page = finding.claim.row - 1;
  return earlier;
}

Result<std::optional<SeenElsewhere>> seen_elsewhere(storage::Stores& stores, const Actor& actor,
                                                    const Finding& finding) {
  const auto earlier = earlier_in(finding);
  if (!earlier || actor.role == Role::office) return std::nullopt;
  auto evidence = stores.evidence().find(earlier->evidence, Scope::everything());
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence) return std::nullopt;
  auto there = find_declaration(stores, Scope::everything(), (*evidence)->declaration);
  if (!there) return fail(std::move(there.error()));
  auto here = find_declaration(stores, actor.scope, finding.declaration);
  if (!here) return fail(std::move(here.error()));
  return SeenElsewhere{there->office.licence_no, there->round.title_fa, there->round.title_en,
                       there->office.id == here->office.id, earlier->page};
}

Finding shown_to(const Actor& actor, Finding finding) {
  if (!is_seen_before(finding)) return finding;
  finding.claim.declared.clear();
  finding.claim.row = 0;
  if (actor.role != Role::office) return finding;
  finding.claim.field = k_whole_document;
  finding.verdict.agreement = Agreement::unreadable;
  finding.verdict.reason = k_expert_looks;
  finding.verdict.page = -1;
  finding.verdict.confidence = 0;
  return finding;
}

bool is_shown_to(const Actor& actor, const Finding& finding) {
  return actor.role != Role::office || !is_about_the_document(finding) || finding.state != FindingState::settled;
}

}  // namespace mizan::workflow
