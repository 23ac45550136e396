// SPDX-License-Identifier: GPL-3.0-or-later
// Holds an office's answers against a section: their normal form, and what is wrong with them.
#pragma once

#include "base/result.hpp"
#include "forms/section.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

namespace mizan::forms {

/// A draft is checked for what is there; a complete declaration for what is missing too.
enum class CheckMode { draft, complete };
/// The office fills in editable fields; the region may fill in region-only ones as well.
enum class Editor { office, region };

struct CheckContext {
  CheckMode mode = CheckMode::draft;
  Editor editor = Editor::office;
  nlohmann::json office = nlohmann::json::object();  ///< the register, as model/office.hpp's to_json
  nlohmann::json stored = nlohmann::json::object();  ///< the answers stored before, for region-only fields
  std::set<std::string> filled_slots;                ///< slots that hold a document; looked at when complete
};

/// `normal` is what criteria are given: visible fields in their normal form, locked ones from the register. A field
/// with a problem is not in it. The typed answers are the caller's to keep.
struct CheckedAnswers {
  nlohmann::json normal = nlohmann::json::object();
  std::vector<Problem> problems;  ///< at most one per field, in the order of the fields, then slots

  /// `answers.invalid` with the problems as its parts, unless there are none.
  [[nodiscard]] Outcome outcome() const;
};

/// Pure and thread-safe; the semantics are those of form-definitions/README.md, "Checking".
/// Answers that are no object at all count as none.
[[nodiscard]] CheckedAnswers check_answers(const Section& section, const nlohmann::json& answers,
                                           const CheckContext& context);

/// What a new declaration starts with: each prefilled field from the register, in its normal form where it has one.
[[nodiscard]] nlohmann::json prefilled_answers(const Section& section, const nlohmann::json& office);

/// The slots that are asked of an office with these answers (normal form), and which of them are required.
struct AskedSlot {
  const Slot* slot = nullptr;
  bool required = false;
};
[[nodiscard]] std::vector<AskedSlot> asked_slots(const Section& section, const nlohmann::json& normal);

}  // namespace mizan::forms
