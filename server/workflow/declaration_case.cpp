// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declaration_case.hpp"

#include "forms/definitions.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Result<const forms::Bundle*> pinned(const Services& services, const Round& round, const std::string& section) {
  const auto version = round.criteria.find(section);
  if (version == round.criteria.end()) return fail("access.not_found");
  const auto* bundle = services.definitions.bundle(section, version->second);
  if (bundle == nullptr)
    return fail(Problem("plugin.not_found").with("criterion", section).with("version", version->second));
  return bundle;
}

}  // namespace

Result<DeclarationCase> find_declaration(storage::Stores& stores, const Scope& scope, DeclarationId id) {
  auto declaration = stores.declarations().find(id, scope);
  if (!declaration) return fail(std::move(declaration.error()));
  if (!*declaration) return fail("access.not_found");
  auto round = stores.rounds().find((*declaration)->round);
  if (!round) return fail(std::move(round.error()));
  auto office = stores.offices().find((*declaration)->office, scope);
  if (!office) return fail(std::move(office.error()));
  if (!*round || !*office) return fail("access.not_found");
  return DeclarationCase{std::move(**declaration), std::move(**round), std::move(**office)};
}

Result<DeclarationCase> find_own_declaration(storage::Stores& stores, const Actor& actor, DeclarationId id) {
  if (actor.role != Role::office) return fail("access.forbidden");
  return find_declaration(stores, actor.scope, id);
}

bool is_declaring(const DeclarationCase& subject, Instant now) {
  return check_declaring(subject, now).has_value();
}

Outcome check_declaring(const DeclarationCase& subject, Instant now) {
  if (subject.declaration.status == DeclarationStatus::submitted) return fail("declaration.submitted");
  const bool open =
      subject.declaration.status == DeclarationStatus::open && subject.round.stage == RoundStage::declaration;
  if (!open || (subject.round.declare_until && now >= *subject.round.declare_until)) return fail("declaration.closed");
  return {};
}

Result<const forms::Bundle*> pinned_section(const Services& services, const DeclarationCase& subject,
                                            std::string_view section) {
  const auto* form = services.definitions.form(subject.office.kind);
  if (form == nullptr || std::find(form->sections.begin(), form->sections.end(), section) == form->sections.end())
    return fail("access.not_found");
  return pinned(services, subject.round, std::string(section));
}

Result<std::vector<const forms::Bundle*>> pinned_sections(const Services& services, const Round& round,
                                                          OfficeKind kind) {
  std::vector<const forms::Bundle*> sections;
  const auto* form = services.definitions.form(kind);
  if (form == nullptr) return sections;
  for (const auto& id : form->sections) {
    if (!round.criteria.contains(id)) continue;
    auto bundle = pinned(services, round, id);
    if (!bundle) return fail(std::move(bundle.error()));
    sections.push_back(*bundle);
  }
  return sections;
}

}  // namespace mizan::workflow
