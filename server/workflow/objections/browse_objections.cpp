// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objections/browse_objections.hpp"

#include "workflow/access/account_names.hpp"
#include "workflow/definition_titles.hpp"
#include "workflow/objections/rule_on_objection.hpp"
#include "workflow/section_state.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Result<ObjectionView> view_of(const storage::ObjectionItem& item, const Actor& actor,
                              const forms::Definitions& definitions, AccountNames& names) {
  ObjectionView view{item.objection, item.office, section_title(definitions, item.objection.section), {}, {}, false};
  view.score.points = item.points;
  view.score.maximum = item.maximum;
  view.may_rule = may_rule(actor, item.objection, item.rulings);
  for (const auto& ruling : item.rulings) {
    auto name = names.of(ruling.reader);
    if (!name) return fail(std::move(name.error()));
    view.rulings.push_back({ruling, std::move(*name)});
  }
  return view;
}

Outcome add_evidence(storage::Stores& stores, const Services& services, const Actor& actor,
                     const DeclarationCase& subject, ObjectionCase& out) {
  const auto& objection = out.objection.objection;
  auto declared = stores.evidence().list(subject.declaration.id, objection.section, actor.scope);
  if (!declared) return fail(std::move(declared.error()));
  for (const auto& evidence : *declared) {
    const bool is_new = evidence.purpose == EvidencePurpose::objection;
    const bool belongs =
        std::find(objection.evidence.begin(), objection.evidence.end(), evidence.id) != objection.evidence.end();
    if (is_new && !belongs) continue;
    auto view = evidence_view(stores, services, actor, subject, evidence);
    if (!view) return fail(std::move(view.error()));
    (is_new ? out.new_evidence : out.evidence).push_back(std::move(*view));
  }
  return {};
}

}  // namespace

Result<std::vector<ObjectionView>> list_objections(const Services& services, const Actor& actor,
                                                   std::optional<ObjectionState> state) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<std::vector<ObjectionView>> {
    storage::ObjectionFilter filter;
    filter.state = state;
    auto items = stores.reports().objections(filter, actor.scope);
    if (!items) return fail(std::move(items.error()));
    AccountNames names(stores.accounts());
    std::vector<ObjectionView> views;
    for (const auto& item : *items) {
      auto view = view_of(item, actor, services.definitions, names);
      if (!view) return fail(std::move(view.error()));
      views.push_back(std::move(*view));
    }
    return views;
  });
}

Result<ObjectionCase> view_objection_case(const Services& services, const Actor& actor, ObjectionId id) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<ObjectionCase> {
    auto objection = stores.objections().find(id, actor.scope);
    if (!objection) return fail(std::move(objection.error()));
    if (!*objection) return fail("access.not_found");
    auto subject = find_declaration(stores, actor.scope, (*objection)->declaration);
    if (!subject) return fail(std::move(subject.error()));
    auto view = objection_view(stores, services, actor, **objection);
    if (!view) return fail(std::move(view.error()));
    auto section = pinned_section(services, *subject, (*objection)->section);
    if (!section) return fail(std::move(section.error()));
    auto answers = answers_of(stores, *subject, (*section)->section);
    if (!answers) return fail(std::move(answers.error()));
    ObjectionCase out{std::move(*view), *section, std::move(*answers), {}, {}};
    if (auto added = add_evidence(stores, services, actor, *subject, out); !added)
      return fail(std::move(added.error()));
    return out;
  });
}

}  // namespace mizan::workflow
