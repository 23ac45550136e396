// SPDX-License-Identifier: GPL-3.0-or-later
// Definition files, above all sections of criteria that others wrote: the input is the file.
#include "forms/check_answers.hpp"
#include "forms/definition_file.hpp"
#include "forms/rule_set.hpp"
#include "forms/section.hpp"
#include "fuzz/definitions.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace mizan::fuzz {
namespace {

using nlohmann::json;
using Kind = forms::DefinitionSchemas::Kind;

constexpr const char* k_file = "input.json";

void is_explained(const Problem& problem) {
  promise(problem.code.id().starts_with("definition."), "a bad definition is refused as a definition");
  promise(problem.params.at("file") == k_file, "a refusal names the file");
  for (const auto& [name, text] : problem.params) promise(is_utf8(text), "a refusal is readable");
}

/// Whatever a section asks, an office that answers nothing gets an answer, and one that answers nonsense too.
void check_answering(const forms::Section& section) {
  const json office = {
      {"name", "دفتر ۱"}, {"holder_national_id", "0013542419"}, {"province", "gilan"}, {"postal_code", "4133916475"}};
  json nonsense = json::object();
  for (const auto& field : section.fields) nonsense[field.id] = "۱۴۰۴/۰۵/۲۱";
  for (const auto& answers : {json::object(), nonsense, forms::prefilled_answers(section, office)}) {
    forms::CheckContext context;
    context.mode = forms::CheckMode::complete;
    context.office = office;
    const auto checked = forms::check_answers(section, answers, context);
    promise(checked.normal.is_object(), "answers have a normal form");
    for (const auto& problem : checked.problems) promise(!problem.field.empty(), "a problem names its field");
  }
}

void check_section(const json& value) {
  const auto section = forms::section_from_json(value, provinces(), k_file);
  if (!section) return is_explained(section.error());
  const auto again = forms::section_from_json(json::parse(section->source), provinces(), k_file);
  promise(again && again->source == section->source, "a section is the same when read from its source");
  for (const auto& field : section->fields) promise(section->field(field.id) == &field, "a field is found by its id");
  for (const auto& slot : section->slots) promise(section->slot(slot.id) == &slot, "a slot is found by its id");
  check_answering(*section);
}

void check_rule_set(const json& value) {
  forms::Section known;
  known.id = "premises";
  known.awards = {{"area", {"مساحت", "Area"}, ""}};
  const auto rules = forms::rule_set_from_json(value, {&known}, k_file);
  if (!rules) return is_explained(rules.error());
  promise(json::parse(rules->text) == value, "a rule set is kept as it is");
  promise(forms::points_table(rules->text, "premises").is_object(), "a section's points are a table");
}

void try_input(std::string_view untrusted_bytes) {
  const auto value = forms::definition_from_text(untrusted_bytes, k_file);
  if (!value) return is_explained(value.error());
  for (const auto kind : {Kind::section, Kind::form, Kind::rule_set, Kind::manifest, Kind::document_type}) {
    const auto fits = schemas().check(kind, *value, k_file);
    if (!fits) {
      is_explained(fits.error());
      continue;
    }
    if (kind == Kind::section) check_section(*value);
    if (kind == Kind::rule_set) check_rule_set(*value);
  }
}

const Registered k_target({"definitions", try_input});

}  // namespace
}  // namespace mizan::fuzz
