// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/section_rules.hpp"

#include "forms/pattern.hpp"
#include "forms/section.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace mizan::forms {
namespace {

using nlohmann::json;
using Fault = std::optional<SectionFault>;
using Ids = std::set<std::string>;

Fault condition_fault(const std::optional<Condition>& condition, const Ids& known, const std::string& path) {
  if (condition && known.count(condition->field) == 0)
    return SectionFault{path + "/field", "“" + condition->field + "” is not a field that stands earlier"};
  return std::nullopt;
}

Fault choice_fault(const Field& field, const std::string& path) {
  if (field.value.type != ValueType::choice) {
    if (!field.choice_labels.empty()) return SectionFault{path + "/choices", "only a field with an enum has choices"};
    return std::nullopt;
  }
  for (const auto& value : field.value.choices)
    if (field.choice_labels.count(value) == 0) return SectionFault{path + "/choices", "“" + value + "” has no label"};
  if (field.choice_labels.size() != field.value.choices.size())
    return SectionFault{path + "/choices", "labels a value that the enum has not"};
  return std::nullopt;
}

Fault pattern_fault(const Field& field, const std::string& path) {
  if (field.value.pattern.empty()) return std::nullopt;
  if (field.example.empty()) return SectionFault{path + "/example", "a pattern needs an example for people"};
  if (!is_pattern(field.value.pattern))
    return SectionFault{path + "/value/pattern", "is not a regular expression, or counts too far"};
  if (!fits_pattern(field.example, field.value.pattern))
    return SectionFault{path + "/example", "does not fit the pattern"};
  return std::nullopt;
}

Fault bounds_fault(const Field& field, const std::string& path) {
  if (field.value.minimum > field.value.maximum)
    return SectionFault{path + "/value", "the lower bound exceeds the upper"};
  return std::nullopt;
}

Fault after_fault(const Field& field, const std::vector<Field>& siblings, const std::string& path) {
  if (field.after.empty()) return std::nullopt;
  if (field.value.type != ValueType::jalali_date)
    return SectionFault{path + "/after", "only a date can be after another"};
  for (const auto& other : siblings) {
    if (&other == &field) break;
    if (other.id == field.after && other.value.type == ValueType::jalali_date) return std::nullopt;
  }
  return SectionFault{path + "/after", "“" + field.after + "” is not a date that stands earlier"};
}

Fault fields_fault(const std::vector<Field>& fields, Ids known, const std::string& base, bool in_row);

Fault rows_fault(const Field& field, const Ids& known, const std::string& path, bool in_row) {
  if (field.value.type != ValueType::rows) {
    if (!field.fields.empty()) return SectionFault{path + "/fields", "only an array has columns"};
    return std::nullopt;
  }
  if (in_row) return SectionFault{path + "/value", "a row cannot hold rows"};
  if (field.fields.empty()) return SectionFault{path, "an array needs its columns in fields"};
  if (!field.row_label) return SectionFault{path, "an array needs a row_label"};
  if (!field.unique.empty() &&
      std::none_of(field.fields.begin(), field.fields.end(), [&](const auto& c) { return c.id == field.unique; }))
    return SectionFault{path + "/unique", "there is no such column"};
  return fields_fault(field.fields, known, path + "/fields", true);
}

Fault field_fault(const Field& field, const std::vector<Field>& siblings, const Ids& known, const std::string& path,
                  bool in_row) {
  if (in_row && (field.lock != Lock::editable || !field.prefill.empty()))
    return SectionFault{path, "columns of rows are always editable and never prefilled"};
  if (auto fault = condition_fault(field.visible_when, known, path + "/visible_when")) return fault;
  if (auto fault = condition_fault(field.required_when, known, path + "/required_when")) return fault;
  if (auto fault = choice_fault(field, path)) return fault;
  if (auto fault = pattern_fault(field, path)) return fault;
  if (auto fault = bounds_fault(field, path)) return fault;
  if (auto fault = after_fault(field, siblings, path)) return fault;
  return rows_fault(field, known, path, in_row);
}

Fault fields_fault(const std::vector<Field>& fields, Ids known, const std::string& base, bool in_row) {
  Ids own;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string path = base + "/" + std::to_string(i);
    if (!own.insert(fields[i].id).second) return SectionFault{path + "/id", "stands twice"};
    if (auto fault = field_fault(fields[i], fields, known, path, in_row)) return fault;
    known.insert(fields[i].id);
  }
  return std::nullopt;
}

Fault proof_fault(const Proof& proof, const Section& section, const Ids& fields, const std::string& path) {
  const bool in_row = proof.document_field.find("{row}") != std::string::npos;
  if (proof.rows.empty() == in_row)
    return SectionFault{path + "/document_field", "{row} belongs to rows, and only there"};
  if (auto fault = condition_fault(proof.when, fields, path + "/when")) return fault;
  if (proof.rows.empty()) {
    if (fields.count(proof.field) == 0) return SectionFault{path + "/field", "there is no such field"};
    return std::nullopt;
  }
  const auto* rows = section.field(proof.rows);
  if (rows == nullptr || rows->value.type != ValueType::rows)
    return SectionFault{path + "/rows", "there is no such list of rows"};
  if (std::none_of(rows->fields.begin(), rows->fields.end(), [&](const auto& c) { return c.id == proof.field; }))
    return SectionFault{path + "/field", "there is no such column"};
  return std::nullopt;
}

Fault slots_fault(const Section& section, const Ids& fields) {
  Ids own;
  for (std::size_t i = 0; i < section.slots.size(); ++i) {
    const auto& slot = section.slots[i];
    const std::string path = "/slots/" + std::to_string(i);
    if (!own.insert(slot.id).second) return SectionFault{path + "/id", "stands twice"};
    if (fields.count(slot.id) != 0) return SectionFault{path + "/id", "is the id of a field too"};
    if (auto fault = condition_fault(slot.visible_when, fields, path + "/visible_when")) return fault;
    if (auto fault = condition_fault(slot.required_when, fields, path + "/required_when")) return fault;
    for (std::size_t p = 0; p < slot.proves.size(); ++p)
      if (auto fault = proof_fault(slot.proves[p], section, fields, path + "/proves/" + std::to_string(p)))
        return fault;
  }
  return std::nullopt;
}

Fault awards_fault(const Section& section, const json& awards, const Ids& fields) {
  Ids own;
  for (std::size_t i = 0; i < awards.size(); ++i) {
    const auto& award = awards[i];
    const std::string path = "/awards/" + std::to_string(i);
    if (!own.insert(award.at("id").get<std::string>()).second) return SectionFault{path + "/id", "stands twice"};
    for (const auto& id : award.at("proven"))
      if (fields.count(id.get<std::string>()) == 0)
        return SectionFault{path + "/proven", "there is no field " + id.dump()};
    const auto measure = award.value("measure", json::object());
    auto measured = measure.value("years_between", std::vector<std::string>{});
    if (measure.contains("field")) measured.push_back(measure.at("field").get<std::string>());
    for (const auto& id : measured)
      if (fields.count(id) == 0) return SectionFault{path + "/measure", "there is no field “" + id + "”"};
    const auto look_at = award.value("look_at", "");
    if (!look_at.empty() && fields.count(look_at) == 0 && section.slot(look_at) == nullptr)
      return SectionFault{path + "/look_at", "there is no such field or slot"};
    if (const auto visible = award.find("visible_when");
        visible != award.end() && fields.count(visible->at("field").get<std::string>()) == 0)
      return SectionFault{path + "/visible_when/field", "there is no such field"};
  }
  return std::nullopt;
}

}  // namespace

Fault section_fault(const Section& section, const json& json) {
  if (auto fault = fields_fault(section.fields, {}, "/fields", false)) return fault;
  Ids fields;
  for (const auto& field : section.fields) fields.insert(field.id);
  if (auto fault = slots_fault(section, fields)) return fault;
  return awards_fault(section, json.at("awards"), fields);
}

}  // namespace mizan::forms
