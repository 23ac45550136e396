// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/objections/view_objection.hpp"

#include "workflow/objections/rule_on_objection.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mizan::workflow {
namespace {

Result<std::string> reader_name(storage::Stores& stores, const Actor& actor, const Ruling& ruling) {
  if (actor.role == Role::office) return std::string(ruling.reading == 1 ? "خوانندهٔ نخست" : "خوانندهٔ دوم");
  auto reader = stores.accounts().find(ruling.reader);
  if (!reader) return fail(std::move(reader.error()));
  return *reader ? (*reader)->name : std::string();
}

Outcome add_disputed_score(storage::Stores& stores, ObjectionView& view) {
  auto snapshot = stores.snapshots().find(view.objection.snapshot);
  if (!snapshot) return fail(std::move(snapshot.error()));
  if (!*snapshot) return fail("server.internal", "an objection without its snapshot");
  auto scores = scores_at(stores, view.objection.declaration, {view.objection.section}, (*snapshot)->published_at);
  if (!scores) return fail(std::move(scores.error()));
  view.score = std::move(scores->front());
  return {};
}

Outcome add_rulings(storage::Stores& stores, const Actor& actor, ObjectionView& view) {
  auto rulings = stores.objections().rulings(view.objection.id);
  if (!rulings) return fail(std::move(rulings.error()));
  view.may_rule = may_rule(actor, view.objection, *rulings);
  for (auto& ruling : *rulings) {
    auto name = reader_name(stores, actor, ruling);
    if (!name) return fail(std::move(name.error()));
    view.rulings.push_back({std::move(ruling), std::move(*name)});
  }
  return {};
}

}  // namespace

Result<std::vector<SectionScore>> scores_at(storage::Stores& stores, DeclarationId declaration,
                                            const std::vector<std::string>& sections, Instant published_at) {
  auto history = stores.scores().history(declaration);
  if (!history) return fail(std::move(history.error()));
  std::map<std::string, const ScoreRevision*> counted;
  for (const auto& revision : *history)
    if (revision.at <= published_at) counted[revision.section] = &revision;
  std::vector<SectionScore> scores;
  for (const auto& section : sections) {
    const auto found = counted.find(section);
    scores.push_back(found == counted.end() ? SectionScore{} : found->second->score);
  }
  return scores;
}

Result<ObjectionView> objection_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                     const Objection& objection) {
  auto subject = find_declaration(stores, actor.scope, objection.declaration);
  if (!subject) return fail(std::move(subject.error()));
  ObjectionView view{objection, subject->office, {objection.section, objection.section}, {}, {}, false};
  if (const auto bundle = pinned_section(services, *subject, objection.section))
    view.section_title = (*bundle)->section.title;
  if (auto added = add_disputed_score(stores, view); !added) return fail(std::move(added.error()));
  if (auto added = add_rulings(stores, actor, view); !added) return fail(std::move(added.error()));
  return view;
}

}  // namespace mizan::workflow
