// SPDX-License-Identifier: GPL-3.0-or-later
// What an office answers. A byte chooses section, mode and editor; then three lines of JSON: the answers, those that
// were stored before, the office's line in the register.
#include "forms/check_answers.hpp"
#include "forms/section.hpp"
#include "fuzz/definitions.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace mizan::fuzz {
namespace {

using nlohmann::json;

/// The sections of the form engine's own cases, which between them have every kind of value, condition and lock.
const std::vector<forms::Section>& sections() {
  static const auto k_sections = [] {
    std::vector<forms::Section> out;
    for (const auto* name : {"values", "rows", "conditions", "locks"}) {
      const auto file = project_path("tests/forms/cases") / (std::string(name) + ".json");
      out.push_back(
          forms::section_from_json(forms::read_definition(file).value().at("section"), provinces(), name).value());
    }
    return out;
  }();
  return k_sections;
}

/// As they come from HTTP, where texts with NUL are refused.
json object_of(std::string_view text) {
  if (text.find("\\u0000") != std::string_view::npos) return json::object();
  auto value = json::parse(text, nullptr, false);
  return value.is_object() ? std::move(value) : json::object();
}

void check_problem(const Problem& problem) {
  promise(!problem.field.empty(), "a problem names its field");
  for (const auto& [name, text] : problem.params)
    promise(is_utf8(text) && text.find('\0') == std::string::npos, "a problem is readable");
  promise(!problem.text_fa().empty() && !problem.text_en().empty(), "a problem has its sentences");
}

void try_input(std::string_view untrusted_bytes) {
  Input input(untrusted_bytes);
  const auto choice = input.byte();
  const auto& section = sections()[choice % 4U];
  forms::CheckContext context;
  context.mode = (choice & 4U) != 0 ? forms::CheckMode::complete : forms::CheckMode::draft;
  context.editor = (choice & 8U) != 0 ? forms::Editor::region : forms::Editor::office;
  const auto answers = object_of(input.line());
  context.stored = object_of(input.line());
  context.office = object_of(input.line());
  const auto checked = forms::check_answers(section, answers, context);
  for (const auto& problem : checked.problems) check_problem(problem);
  promise(checked.outcome().has_value() == checked.problems.empty(), "problems are what makes answers bad");
  const auto again = forms::check_answers(section, checked.normal, context);
  if (checked.problems.empty())  // else a value is missing, which the register may fill in
    promise(again.problems.empty() && again.normal == checked.normal, "a normal form is its own normal form");
  for (const auto& [slot, required] : forms::asked_slots(section, checked.normal))
    promise(section.slot(slot->id) == slot, "a slot that is asked for is one of the section's");
  promise(forms::prefilled_answers(section, context.office).is_object(), "the register gives answers");
}

const Registered k_target({"answers", try_input});

}  // namespace
}  // namespace mizan::fuzz
