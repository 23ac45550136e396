// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/view_receipt.hpp"

#include "workflow/declarations/declaration_content.hpp"
#include "workflow/objections/view_objection.hpp"

#include <utility>

namespace mizan::workflow {

Result<Receipt> receipt_of(storage::Stores& stores, const Services& services, const Scope& scope,
                           const DeclarationCase& subject) {
  auto sections = load_sections(stores, services, scope, subject);
  if (!sections) return fail(std::move(sections.error()));
  Receipt receipt{subject.declaration,
                  subject.office,
                  round_banner(subject.round, services.clock.now()),
                  {},
                  {},
                  content_hash(subject, *sections),
                  {}};
  std::vector<std::string> ids;
  for (const auto& section : *sections) {
    ids.push_back(section.bundle->section.id);
    receipt.sections.push_back({ids.back(), section.bundle->section.title, static_cast<int>(section.evidence.size())});
  }
  auto scores = scores_at(stores, subject.declaration.id, ids, *subject.declaration.submitted_at);
  if (!scores) return fail(std::move(scores.error()));
  for (const auto& score : *scores) {
    receipt.points += score.points;
    receipt.maximum += score.maximum;
  }
  return receipt;
}

Result<Receipt> view_receipt(const Services& services, const Actor& actor, DeclarationId id) {
  return services.database.read([&](storage::Stores& stores) -> Result<Receipt> {
    auto subject = find_own_declaration(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    if (!subject->declaration.submitted_at) return fail("access.not_found");
    return receipt_of(stores, services, actor.scope, *subject);
  });
}

}  // namespace mizan::workflow
