// SPDX-License-Identifier: GPL-3.0-or-later
// What one criterion asks: its fields, evidence slots and awards, as read from section.json.
#pragma once

#include "base/result.hpp"
#include "forms/label.hpp"
#include "model/claim.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::forms {

class Provinces;

/// What a valid value is; the members of form-definitions/README.md, "A section".
enum class ValueType {
  text,
  multiline,
  digits,
  choice,
  national_code,
  legal_id,
  national_id,
  postal_code,
  jalali_date,
  province,
  integer,
  number,
  boolean,
  rows
};

/// `minimum` and `maximum` bound numbers, or the number of rows.
struct ValueRule {
  ValueType type = ValueType::text;
  std::size_t max_length = 0;                  ///< in code points; text, multiline, digits
  std::string pattern;                         ///< ECMAScript, searched in the normal form; empty: none
  std::vector<std::string> choices;            ///< the values a choice takes; for a province the Persian names
  std::map<std::string, std::string> aliases;  ///< for a province: code → Persian name
  double minimum = 0, maximum = 0;
};

/// True when the field's normal form is one of `values` (each a JSON scalar, written out).
struct Condition {
  std::string field;
  std::vector<std::string> values;
};

enum class Lock { editable, locked, region_only };

struct Field {
  std::string id;
  Label label;
  std::optional<Label> hint, unit, reviewer, row_label;
  ValueRule value;
  std::map<std::string, Label> choice_labels;
  std::string example;
  bool required = false;
  std::optional<Condition> required_when, visible_when;
  Lock lock = Lock::editable;
  std::string prefill;        ///< a member of the office register, or empty
  std::string after;          ///< an earlier date field of the same list, or empty
  std::vector<Field> fields;  ///< the columns of a row
  std::string unique;         ///< the column that may not repeat, or empty
};

/// One value that a slot's documents prove.
struct Proof {
  std::string rows;  ///< the field of type rows whose column it is, or empty
  std::string field;
  std::string document_field;  ///< with "{row}" for rows
  ValueKind kind = ValueKind::text;
  std::string role;
  std::optional<Condition> when;
};

struct Slot {
  std::string id;
  Label label;
  std::optional<Label> hint;
  std::vector<std::string> accepts;  ///< "pdf", "tiff", "png", "jpeg": Reading::format
  int page_limit = 1;
  int document_limit = 1;
  bool required = false;
  bool fresh = false;  ///< a document of an earlier round does not do
  std::optional<Condition> required_when, visible_when;
  std::string document_type;
  std::vector<Proof> proves;
};

/// What can earn points; how many is the rule set's matter.
struct Award {
  std::string id;
  Label label;
  std::string look_at;
};

/// A plain value. `source` is section.json as it was read: what the web pages and the judge are given.
struct Section {
  std::string id;
  Label title;
  std::optional<Label> hint;
  std::vector<Field> fields;
  std::vector<Slot> slots;
  std::vector<Award> awards;
  std::string source;

  [[nodiscard]] const Field* field(std::string_view field_id) const;
  [[nodiscard]] const Slot* slot(std::string_view slot_id) const;
};

/// Makes a section of JSON that already fits section.schema.json, and checks what a schema cannot say: every id that
/// is referred to exists and stands early enough, every choice has a label, every pattern compiles.
/// Fails with `definition.invalid`, naming `file` and the JSON path.
[[nodiscard]] Result<Section> section_from_json(const nlohmann::json& json, const Provinces& provinces,
                                                const std::string& file);

}  // namespace mizan::forms
