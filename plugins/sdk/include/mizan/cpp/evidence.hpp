// SPDX-License-Identifier: GPL-3.0-or-later
// What section.json says about proofs, applied: the claims of a slot, and how each field stands after the findings.
#pragma once

#include "criterion.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::sdk {

/// form-definitions/README.md, "Conditions". A condition that does not exist holds. `row` is looked at first.
inline bool holds(const Values& condition, const Values& answers, const Values& row = {}) {
  if (!condition.exists()) return true;
  const auto field = condition["field"].text();
  const auto value = row[field].exists() ? row[field] : answers[field];
  if (!value.exists()) return false;
  if (condition["equals"].exists()) return condition["equals"].text() == value.text();
  const auto among = condition["in"];
  for (std::size_t i = 0; i < among.size(); ++i)
    if (among[i].text() == value.text()) return true;
  return false;
}

/// One value that documents of a slot prove, for one row where it is a column.
struct Proof {
  std::string field;           ///< its place in the answers: "area", "employees/2/name"
  std::string document_field;  ///< "area", "emp3_name"
  std::string kind, role, label;
  int row = 0;  ///< the printed row, from 1; 0: not in a table
};

namespace detail {

inline std::string with_row(std::string pattern, std::size_t row) {
  const std::string_view mark = "{row}";
  if (const auto at = pattern.find(mark); at != std::string::npos)
    pattern.replace(at, mark.size(), std::to_string(row));
  return pattern;
}

inline Values column(const Values& section, const std::string& rows, const std::string& field) {
  return rows.empty() ? section["fields"].with_id(field) : section["fields"].with_id(rows)["fields"].with_id(field);
}

}  // namespace detail

/// Every value that documents in `slot` prove with these answers; none for a slot that the office does not see.
inline std::vector<Proof> proofs_of(const Values& section, const Values& answers, std::string_view slot_id) {
  std::vector<Proof> out;
  const auto slot = section["slots"].with_id(slot_id);
  if (!slot.exists() || !holds(slot["visible_when"], answers)) return out;
  const auto proves = slot["proves"];
  for (std::size_t i = 0; i < proves.size(); ++i) {
    const auto proof = proves[i];
    const auto rows = proof["rows"].text(), field = proof["field"].text();
    const auto label = detail::column(section, rows, field)["label"]["fa"].text();
    const Proof one{field, proof["document_field"].text(), proof["kind"].text(), proof["role"].text(), label, 0};
    if (rows.empty()) {
      if (holds(proof["when"], answers)) out.push_back(one);
      continue;
    }
    for (std::size_t row = 0; row < answers[rows].size(); ++row) {
      if (!holds(proof["when"], answers, answers[rows][row])) continue;
      auto of_row = one;
      of_row.field = rows + "/" + std::to_string(row) + "/" + field;
      of_row.document_field = detail::with_row(one.document_field, row + 1);
      of_row.row = static_cast<int>(row + 1);
      out.push_back(of_row);
    }
  }
  return out;
}

/// The answer at a place such as "employees/2/name", written out.
inline std::string answer_text(const Values& answers, const std::string& field) {
  return answers[field].text();
}

/// One claim for each answered value that the slot's documents prove.
inline std::vector<Claim> claims_of(const ClaimsInput& input) {
  std::vector<Claim> claims;
  const auto document_type = input.section["slots"].with_id(input.slot)["document_type"].text();
  for (const auto& proof : proofs_of(input.section, input.answers, input.slot)) {
    auto declared = answer_text(input.answers, proof.field);
    if (declared.empty()) continue;
    claims.push_back({proof.document_field,
                      document_type,
                      proof.document_field,
                      proof.kind,
                      std::move(declared),
                      proof.label,
                      {},
                      proof.row,
                      proof.role});
  }
  return claims;
}

/// How a declared value stands, from the weakest to the strongest; where several documents were looked at, the
/// strongest holds, and an expert's word is stronger than any comparison by the machine.
enum class Standing {
  absent,        ///< nothing is declared
  no_document,   ///< no document that could prove it was sent
  not_compared,  ///< a document is there, but it was not compared with this value (the answer has changed since)
  unreadable,
  mismatch,
  clarification,  ///< an expert asked, the office has not answered
  matched,        ///< proved by a document
  refuted,        ///< an expert decided that the document is right: its value counts
  affirmed,       ///< an expert decided that the declaration is right, or may be trusted
};

struct FieldState {
  Standing standing = Standing::absent;
  std::string declared;
  std::string read;  ///< what the document shows, as printed
  std::string slot;  ///< whose document said so; empty when none did

  [[nodiscard]] bool proved() const { return standing == Standing::matched || standing == Standing::affirmed; }
  /// The value that counts: declared where it is proved, the document's where an expert found for it, else nothing.
  [[nodiscard]] std::optional<std::string> value() const {
    if (proved()) return declared;
    if (standing == Standing::refuted && !read.empty()) return read;
    return std::nullopt;
  }
};

/// The state of every field, from all findings of the section's documents.
class Evidence {
 public:
  explicit Evidence(const JudgeInput& input) : m_input(&input) {
    const auto slots = input.section["slots"];
    for (std::size_t i = 0; i < slots.size(); ++i) add_slot(slots[i]["id"].text());
  }

  [[nodiscard]] FieldState state(const std::string& field) const {
    const auto found = m_states.find(field);
    auto state = found == m_states.end() ? FieldState{} : found->second;
    state.declared = answer_text(m_input->answers, field);
    if (state.declared.empty())
      state.standing = Standing::absent;
    else if (state.standing == Standing::absent)
      state.standing = Standing::no_document;
    return state;
  }

  /// The visible slots whose documents could prove the field, in the section's order.
  [[nodiscard]] std::vector<std::string> slots_for(const std::string& field) const {
    const auto found = m_slots.find(field);
    return found == m_slots.end() ? std::vector<std::string>{} : found->second;
  }

  [[nodiscard]] bool has_document(const std::string& slot) const {
    for (const auto& document : m_input->documents)
      if (document.slot == slot) return true;
    return false;
  }

 private:
  void add_slot(const std::string& slot) {
    for (const auto& proof : proofs_of(m_input->section, m_input->answers, slot)) {
      m_slots[proof.field].push_back(slot);
      if (has_document(slot)) raise(proof.field, {Standing::not_compared, {}, {}, slot});
      for (const auto& finding : m_input->findings) {
        const bool here =
            finding.document < m_input->documents.size() && m_input->documents[finding.document].slot == slot;
        if (here && finding.field == proof.document_field)
          raise(proof.field, {standing_of(finding, proof.field), {}, finding.read, slot});
      }
    }
  }

  [[nodiscard]] Standing standing_of(const Finding& finding, const std::string& field) const {
    if (finding.declared != answer_text(m_input->answers, field)) return Standing::not_compared;
    switch (finding.decision) {
      case MIZAN_DECIDED_DOCUMENT:
        return Standing::refuted;
      case MIZAN_DECIDED_DECLARATION:
      case MIZAN_DECIDED_TRUSTED:
        return Standing::affirmed;
      case MIZAN_DECIDED_UNREADABLE:
        return Standing::unreadable;
      case MIZAN_DECIDED_CLARIFICATION:
        return Standing::clarification;
      default:
        break;
    }
    if (finding.agreement == MIZAN_MATCH) return Standing::matched;
    return finding.agreement == MIZAN_MISMATCH ? Standing::mismatch : Standing::unreadable;
  }

  void raise(const std::string& field, FieldState state) {
    auto& best = m_states[field];
    if (best.standing < state.standing) best = std::move(state);
  }

  const JudgeInput* m_input;
  std::map<std::string, FieldState> m_states;
  std::map<std::string, std::vector<std::string>> m_slots;
};

}  // namespace mizan::sdk
