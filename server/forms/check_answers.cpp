// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/check_answers.hpp"

#include "forms/normal_form.hpp"
#include "forms/number_form.hpp"

#include <algorithm>

namespace mizan::forms {
namespace {

using nlohmann::json;

/// A list of fields being checked: the section's own, or the columns of one row (then `above` is the section's).
struct List {
  const json& typed;
  json normal = json::object();
  const json* above = nullptr;
  std::string prefix;  // "employees/2/"
  Label row;           // "row 3"
};

bool holds(const Condition& condition, const json& here, const json* above) {
  auto found = here.find(condition.field);
  if (found == here.end()) {
    if (above == nullptr) return false;
    found = above->find(condition.field);
    if (found == above->end()) return false;
  }
  return std::find(condition.values.begin(), condition.values.end(), found->dump()) != condition.values.end();
}

bool holds(const std::optional<Condition>& condition, const json& here, const json* above, bool otherwise) {
  return condition ? holds(*condition, here, above) : otherwise;
}

Label named(const Label& label, const List& list) {
  if (list.row.fa.empty()) return label;
  return {label.fa + " (" + list.row.fa + ")", label.en + " (" + list.row.en + ")"};
}

class Checker {
 public:
  explicit Checker(const CheckContext& context) : m_context(context) {}

  void check(const std::vector<Field>& fields, List& list) {
    report_unknown(fields, list);
    for (const auto& field : fields)
      if (holds(field.visible_when, list.normal, list.above, true)) check_field(field, fields, list);
  }

  std::vector<Problem> problems;

 private:
  void report(Problem problem, const Field& field, const List& list) {
    const Label label = named(field.label, list);
    problems.push_back(
        std::move(problem).on_field(list.prefix + field.id).with("label", label.fa).with("label_en", label.en));
  }

  void report_unknown(const std::vector<Field>& fields, const List& list) {
    for (const auto& [id, value] : list.typed.items()) {
      if (std::any_of(fields.begin(), fields.end(), [&](const Field& f) { return f.id == id; })) continue;
      const auto name = list.prefix + (id.empty() ? R"("")" : id);  // a name without letters is named, too
      problems.push_back(Problem("answers.unknown_field").on_field(name).with("field", name));
    }
  }

  [[nodiscard]] json register_value(const Field& field) const {
    if (field.prefill.empty()) return nullptr;
    const auto found = m_context.office.find(field.prefill);
    if (found == m_context.office.end() || is_absent(*found)) return nullptr;
    auto normal = normal_value(field.value, field.example, *found);
    return normal ? std::move(*normal) : json(nullptr);
  }

  [[nodiscard]] json stored_value(const Field& field) const {
    const auto found = m_context.stored.find(field.id);
    if (found == m_context.stored.end() || is_absent(*found)) return nullptr;
    auto normal = normal_value(field.value, field.example, *found);
    if (!normal) return *found;
    return std::move(*normal);
  }

  /// The value that the office may not change, or null where it is free to answer.
  [[nodiscard]] json fixed_value(const Field& field) const {
    if (field.lock == Lock::locked) return register_value(field);
    return field.lock == Lock::region_only && m_context.editor == Editor::office ? stored_value(field) : json(nullptr);
  }

  void check_field(const Field& field, const std::vector<Field>& siblings, List& list) {
    const auto found = list.typed.find(field.id);
    const bool absent = found == list.typed.end() || is_absent(*found);
    const bool closed = field.lock == Lock::region_only && m_context.editor == Editor::office;
    if (const json fixed = fixed_value(field); closed || !fixed.is_null()) {
      check_fixed(field, absent ? json(nullptr) : *found, fixed, list);
      return;
    }
    if (absent) {
      if (m_context.mode == CheckMode::complete && is_required(field, list))
        report(Problem(absence_of(field)), field, list);
      return;
    }
    if (field.value.type == ValueType::rows) {
      check_rows(field, *found, list);
      return;
    }
    auto normal = normal_value(field.value, field.example, *found);
    if (!normal) {
      report(std::move(normal.error()), field, list);
      return;
    }
    if (const auto* earlier = later_than(field, siblings, *normal, list)) {
      report(Problem("answers.date_order").with("earlier", earlier->label.fa).with("earlier_en", earlier->label.en),
             field, list);
      return;
    }
    list.normal[field.id] = std::move(*normal);
  }

  /// A yes-or-no field is labelled with a question, which cannot be "entered".
  static ProblemCode absence_of(const Field& field) {
    return field.value.type == ValueType::boolean ? ProblemCode("answers.unanswered") : ProblemCode("answers.required");
  }

  static bool is_required(const Field& field, const List& list) {
    return holds(field.required_when, list.normal, list.above, field.required);
  }

  void check_fixed(const Field& field, const json& typed, const json& fixed, List& list) {
    if (!typed.is_null()) {
      const auto normal = normal_value(field.value, field.example, typed);
      if ((normal ? *normal : typed) != fixed) {
        report(Problem("answers.locked"), field, list);
        return;
      }
    }
    if (!fixed.is_null()) list.normal[field.id] = fixed;
  }

  /// The sibling that this date should follow and does not; null when the order is right or cannot be told.
  static const Field* later_than(const Field& field, const std::vector<Field>& siblings, const json& date,
                                 const List& list) {
    if (field.after.empty()) return nullptr;
    const auto other = list.normal.find(field.after);
    // What the region stored is kept as it is, also where it is no date.
    if (other == list.normal.end() || !other->is_string()) return nullptr;
    // Canonical dates are ordered as their texts are.
    if (date.get_ref<const std::string&>() > other->get_ref<const std::string&>()) return nullptr;
    const auto found =
        std::find_if(siblings.begin(), siblings.end(), [&](const Field& f) { return f.id == field.after; });
    return found == siblings.end() ? nullptr : &*found;
  }

  void check_rows(const Field& field, const json& typed, List& list) {
    if (!typed.is_array()) {
      report(Problem("answers.invalid"), field, list);
      return;
    }
    const auto count = static_cast<double>(typed.size());
    const bool too_few = m_context.mode == CheckMode::complete && count < field.value.minimum;
    if (too_few || count > field.value.maximum) {
      report(Problem("answers.out_of_range")
                 .with("minimum", number_text(field.value.minimum))
                 .with("maximum", number_text(field.value.maximum)),
             field, list);
      return;
    }
    json rows = json::array();
    std::set<std::string> seen;
    for (std::size_t i = 0; i < typed.size(); ++i) rows.push_back(check_row(field, typed[i], i, list, seen));
    list.normal[field.id] = std::move(rows);
  }

  json check_row(const Field& field, const json& typed, std::size_t index, const List& list,
                 std::set<std::string>& seen) {
    static const json k_nothing = json::object();
    const auto number = std::to_string(index + 1);
    List row{typed.is_object() ? typed : k_nothing, json::object(), &list.normal,
             field.id + "/" + std::to_string(index) + "/",
             Label{field.row_label->fa + " " + number, field.row_label->en + " " + number}};
    if (!typed.is_object() && !typed.is_null())
      problems.push_back(Problem("answers.invalid").on_field(field.id + "/" + std::to_string(index)));
    check(field.fields, row);
    check_unique(field, row, seen);
    return std::move(row.normal);
  }

  void check_unique(const Field& field, List& row, std::set<std::string>& seen) {
    const auto found = row.normal.find(field.unique);
    if (field.unique.empty() || found == row.normal.end() || seen.insert(found->dump()).second) return;
    const auto column =
        std::find_if(field.fields.begin(), field.fields.end(), [&](const Field& f) { return f.id == field.unique; });
    report(Problem("answers.repeated"), *column, row);
    row.normal.erase(found);
  }

  const CheckContext& m_context;
};

}  // namespace

Outcome CheckedAnswers::outcome() const {
  if (problems.empty()) return {};
  Problem whole("answers.invalid");
  whole.parts = problems;
  return fail(std::move(whole));
}

CheckedAnswers check_answers(const Section& section, const json& answers, const CheckContext& context) {
  static const json k_nothing = json::object();
  Checker checker(context);
  List list{answers.is_object() ? answers : k_nothing, json::object(), nullptr, {}, {}};
  checker.check(section.fields, list);
  CheckedAnswers checked{std::move(list.normal), std::move(checker.problems)};
  if (context.mode == CheckMode::draft) return checked;
  for (const auto& [slot, required] : asked_slots(section, checked.normal))
    if (required && context.filled_slots.count(slot->id) == 0)
      checked.problems.push_back(Problem("declaration.slot_missing")
                                     .on_field(slot->id)
                                     .with("label", slot->label.fa)
                                     .with("label_en", slot->label.en));
  return checked;
}

json prefilled_answers(const Section& section, const json& office) {
  json answers = json::object();
  for (const auto& field : section.fields) {
    const auto found = field.prefill.empty() ? office.end() : office.find(field.prefill);
    if (found == office.end() || is_absent(*found)) continue;
    const auto normal = normal_value(field.value, field.example, *found);
    answers[field.id] = normal ? *normal : *found;
  }
  return answers;
}

std::vector<AskedSlot> asked_slots(const Section& section, const json& normal) {
  std::vector<AskedSlot> asked;
  for (const auto& slot : section.slots)
    if (holds(slot.visible_when, normal, nullptr, true))
      asked.push_back({&slot, holds(slot.required_when, normal, nullptr, slot.required)});
  return asked;
}

}  // namespace mizan::forms
