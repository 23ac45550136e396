// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/section.hpp"

#include "forms/provinces.hpp"
#include "forms/section_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace mizan::forms {
namespace {

using nlohmann::json;

Label label_of(const json& text) {
  return {text.at("fa").get<std::string>(), text.at("en").get<std::string>()};
}

std::optional<Label> optional_label(const json& owner, const char* name) {
  const auto found = owner.find(name);
  return found == owner.end() ? std::nullopt : std::optional(label_of(*found));
}

std::optional<Condition> condition_of(const json& owner, const char* name) {
  const auto found = owner.find(name);
  if (found == owner.end()) return std::nullopt;
  Condition condition{found->at("field").get<std::string>(), {}};
  if (const auto equals = found->find("equals"); equals != found->end()) condition.values.push_back(equals->dump());
  for (const auto& value : found->value("in", json::array())) condition.values.push_back(value.dump());
  return condition;
}

ValueType string_type(const json& value) {
  if (value.contains("enum")) return ValueType::choice;
  static const std::map<std::string, ValueType> k_formats{{"", ValueType::text},
                                                          {"multiline", ValueType::multiline},
                                                          {"digits", ValueType::digits},
                                                          {"national-code", ValueType::national_code},
                                                          {"legal-id", ValueType::legal_id},
                                                          {"national-id", ValueType::national_id},
                                                          {"postal-code", ValueType::postal_code},
                                                          {"jalali-date", ValueType::jalali_date},
                                                          {"province", ValueType::province}};
  return k_formats.at(value.value("format", ""));
}

ValueType type_of(const json& value) {
  const auto type = value.at("type").get<std::string>();
  if (type == "integer") return ValueType::integer;
  if (type == "number") return ValueType::number;
  if (type == "boolean") return ValueType::boolean;
  if (type == "array") return ValueType::rows;
  return string_type(value);
}

ValueRule value_rule(const json& value, const Provinces& provinces) {
  ValueRule rule;
  rule.type = type_of(value);
  rule.max_length = value.value("maxLength", std::size_t{0});
  rule.pattern = value.value("pattern", "");
  rule.choices = value.value("enum", std::vector<std::string>{});
  rule.minimum = value.value("minimum", value.value("minItems", 0.0));
  rule.maximum = value.value("maximum", value.value("maxItems", 0.0));
  if (rule.type != ValueType::province) return rule;
  for (const auto& province : provinces.all()) {
    rule.choices.push_back(province.name.fa);
    rule.aliases.emplace(province.code, province.name.fa);
  }
  return rule;
}

Lock lock_of(const json& row) {
  const auto text = row.value("lock", "editable");
  if (text == "locked") return Lock::locked;
  return text == "region_only" ? Lock::region_only : Lock::editable;
}

Field field_of(const json& row, const Provinces& provinces) {
  Field field;
  field.id = row.at("id").get<std::string>();
  field.label = label_of(row.at("label"));
  field.hint = optional_label(row, "hint");
  field.unit = optional_label(row, "unit");
  field.reviewer = optional_label(row, "reviewer");
  field.row_label = optional_label(row, "row_label");
  field.value = value_rule(row.at("value"), provinces);
  const auto choices = row.value("choices", json::object());
  for (const auto& [value, text] : choices.items()) field.choice_labels.emplace(value, label_of(text));
  field.example = row.value("example", "");
  field.required = row.value("required", false);
  field.required_when = condition_of(row, "required_when");
  field.visible_when = condition_of(row, "visible_when");
  field.lock = lock_of(row);
  field.prefill = row.value("prefill", "");
  field.after = row.value("after", "");
  for (const auto& column : row.value("fields", json::array())) field.fields.push_back(field_of(column, provinces));
  field.unique = row.value("unique", "");
  return field;
}

Proof proof_of(const json& row) {
  Proof proof;
  proof.rows = row.value("rows", "");
  proof.field = row.at("field").get<std::string>();
  proof.document_field = row.at("document_field").get<std::string>();
  (void)from_text(row.at("kind").get<std::string>(), proof.kind);  // the schema lists the kinds
  proof.role = row.value("role", "");
  proof.when = condition_of(row, "when");
  return proof;
}

Slot slot_of(const json& row) {
  Slot slot;
  slot.id = row.at("id").get<std::string>();
  slot.label = label_of(row.at("label"));
  slot.hint = optional_label(row, "hint");
  slot.accepts = row.at("accepts").get<std::vector<std::string>>();
  slot.page_limit = row.at("page_limit").get<int>();
  slot.document_limit = row.value("document_limit", 1);
  slot.required = row.value("required", false);
  slot.fresh = row.value("fresh", false);
  slot.required_when = condition_of(row, "required_when");
  slot.visible_when = condition_of(row, "visible_when");
  slot.document_type = row.at("document_type").get<std::string>();
  for (const auto& proof : row.at("proves")) slot.proves.push_back(proof_of(proof));
  return slot;
}

template <class Row>
const Row* by_id(const std::vector<Row>& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const Field* Section::field(std::string_view field_id) const {
  return by_id(fields, field_id);
}

const Slot* Section::slot(std::string_view slot_id) const {
  return by_id(slots, slot_id);
}

Result<Section> section_from_json(const json& json, const Provinces& provinces, const std::string& file) {
  Section section;
  section.id = json.at("id").get<std::string>();
  section.title = label_of(json.at("title"));
  section.hint = optional_label(json, "hint");
  for (const auto& row : json.at("fields")) section.fields.push_back(field_of(row, provinces));
  for (const auto& row : json.at("slots")) section.slots.push_back(slot_of(row));
  for (const auto& row : json.at("awards"))
    section.awards.push_back({row.at("id").get<std::string>(), label_of(row.at("label")), row.value("look_at", "")});
  section.source = json.dump();
  if (const auto fault = section_fault(section, json))
    return fail(
        Problem("definition.invalid").with("file", file).with("path", fault->path).with("reason", fault->reason));
  return section;
}

}  // namespace mizan::forms
