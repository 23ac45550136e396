// SPDX-License-Identifier: GPL-3.0-or-later
// A criterion as a class: derive from Criterion (or from SectionCriterion in section_criterion.hpp) and name it once
// with MIZAN_PLUGIN. Needs nothing but these headers and C++17.
#pragma once

#include "../entry.h"
#include "services.hpp"
#include "values.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::sdk {

/// A text for people, always in both languages.
struct Text {
  std::string fa, en;
};

// ── what the steps are given; see claims.h and judgement.h for the meaning of every member ──

struct ClaimsInput {
  Values answers, office, section;
  std::string slot;
};

struct Document {
  std::string slot;
  const mizan_document* reading = nullptr;  ///< for services().document
};

struct Finding {
  std::size_t document = 0;  ///< index into JudgeInput::documents
  std::string claim_id, field;
  int row = 0;
  std::string declared;
  int32_t agreement = MIZAN_UNREADABLE;
  int32_t decision = MIZAN_UNDECIDED;
  std::string read;
  int confidence = 0;
  int page = -1;
};

struct JudgeInput {
  Values answers, office, section, points_table;
  std::vector<Document> documents;
  std::vector<Finding> findings;
};

// ── what they return ──

struct Claim {
  std::string id, document_type, field, kind, declared, label;
  std::vector<std::string> labels;
  int row = 0;
  std::string role;
};

/// Points are thousandths.
struct Reason {
  std::string id;
  std::int64_t points = 0, maximum = 0;
  Text text;
};
struct Missing {
  std::string field;
  std::int64_t worth = 0;
  Text text;
};
struct Note {
  std::string field;
  Text text;
};
struct Judgement {
  std::vector<Reason> reasons;
  std::vector<Missing> missing;
  std::vector<Note> notes;
};

/// Two pure steps. An exception that leaves one is written to the log, and the host takes the step as failed: it never
/// crosses the border. One object serves all calls, so keep nothing in it between two of them.
class Criterion {
 public:
  virtual ~Criterion() = default;
  [[nodiscard]] virtual std::vector<Claim> claims(const ClaimsInput& input) const = 0;
  [[nodiscard]] virtual Judgement judge(const JudgeInput& input) const = 0;
};

namespace detail {

inline void add(const mizan_claims_output& output, const Claim& claim) {
  std::vector<mizan_text> labels;
  labels.reserve(claim.labels.size());
  for (const auto& label : claim.labels) labels.push_back(lend(label));
  const mizan_claim plain{lend(claim.id),
                          lend(claim.document_type),
                          lend(claim.field),
                          lend(claim.kind),
                          lend(claim.declared),
                          lend(claim.label),
                          labels.data(),
                          labels.size(),
                          claim.row,
                          lend(claim.role)};
  output.add_claim(&output, &plain);
}

inline void add(const mizan_judge_output& output, const Judgement& judgement) {
  for (const auto& reason : judgement.reasons) {
    const mizan_reason plain{lend(reason.id), reason.points, reason.maximum, lend(reason.text.fa),
                             lend(reason.text.en)};
    output.add_reason(&output, &plain);
  }
  for (const auto& missing : judgement.missing) {
    const mizan_missing plain{lend(missing.field), missing.worth, lend(missing.text.fa), lend(missing.text.en)};
    output.add_missing(&output, &plain);
  }
  for (const auto& note : judgement.notes) {
    const mizan_note plain{lend(note.field), lend(note.text.fa), lend(note.text.en)};
    output.add_note(&output, &plain);
  }
}

inline JudgeInput copied(const mizan_judge_input& input) {
  JudgeInput out{
      Values(input.answers), Values(input.office), Values(input.section), Values(input.points_table), {}, {}};
  for (std::size_t i = 0; i < input.document_count; ++i)
    out.documents.push_back({std::string(view(input.documents[i].slot)), input.documents[i].document});
  for (std::size_t i = 0; i < input.finding_count; ++i) {
    const auto& finding = input.findings[i];
    out.findings.push_back({finding.document, std::string(view(finding.claim_id)), std::string(view(finding.field)),
                            finding.row, std::string(view(finding.declared)), finding.agreement, finding.decision,
                            std::string(view(finding.read)), finding.confidence, finding.page});
  }
  return out;
}

/// The C functions of one criterion class. Class has `k_id` (empty: it takes every id) and `k_version` (empty: every
/// version).
template <class Class>
struct Entry {
  static const Class& criterion_object() {
    static const Class s_object;
    return s_object;
  }

  /// Runs a step and keeps exceptions on this side of the border.
  template <class Step>
  static int32_t guarded(const Step& step) noexcept {
    try {
      step();
      return MIZAN_OK;
    } catch (const std::exception& error) {
      services().log->write(MIZAN_LOG_ERROR, lend(error.what()));
    } catch (...) {
      services().log->write(MIZAN_LOG_ERROR, lend("an exception of unknown type"));
    }
    return MIZAN_FAILED;
  }

  static int32_t start(const mizan_host* host) noexcept { return ask_for_services(*host) ? MIZAN_OK : MIZAN_FAILED; }
  static void stop() noexcept {}

  static int32_t claims(const mizan_criterion*, const mizan_claims_input* input,
                        const mizan_claims_output* output) noexcept {
    return guarded([&] {
      const ClaimsInput given{Values(input->answers), Values(input->office), Values(input->section),
                              std::string(view(input->slot))};
      for (const auto& claim : criterion_object().claims(given)) add(*output, claim);
    });
  }

  static int32_t judge(const mizan_criterion*, const mizan_judge_input* input,
                       const mizan_judge_output* output) noexcept {
    return guarded([&] { add(*output, criterion_object().judge(copied(*input))); });
  }

  static const mizan_criterion* criterion(mizan_text id) noexcept {
    static const mizan_criterion s_criterion{lend(Class::k_version), &Entry::claims, &Entry::judge};
    const std::string_view own = Class::k_id;
    return own.empty() || own == view(id) ? &s_criterion : nullptr;
  }
};

}  // namespace detail
}  // namespace mizan::sdk

/// Put it once at the end of the plugin's source file. CLASS derives from Criterion and has
///     static constexpr std::string_view k_id = "licence", k_version = "1.0.0";
#define MIZAN_PLUGIN(CLASS)                            \
  extern "C" const mizan_plugin mizan_plugin_entry = { \
      {MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR},              \
      &::mizan::sdk::detail::Entry<CLASS>::start,      \
      &::mizan::sdk::detail::Entry<CLASS>::stop,       \
      &::mizan::sdk::detail::Entry<CLASS>::criterion,  \
  };
