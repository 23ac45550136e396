// SPDX-License-Identifier: GPL-3.0-or-later
// What a document of a declaration must prove, and what its reading proves of it.
#pragma once

#include "model/finding.hpp"
#include "workflow/processing/processing.hpp"
#include "workflow/section_state.hpp"

#include <optional>
#include <vector>

namespace mizan::workflow {

/// A document with the answers it is held against. `answers.revision` says which ones: results that come too late are
/// not stored.
struct DocumentCase {
  Evidence evidence;
  DeclarationCase subject;
  const forms::Bundle* bundle = nullptr;
  SectionAnswers answers;
  nlohmann::json normal;  ///< their normal form: what criteria are given
};

/// Nothing when the document is gone or was removed.
[[nodiscard]] Result<std::optional<DocumentCase>> find_document(storage::Stores& stores, const Services& services,
                                                                EvidenceId id);

/// One finding per claim: settled where the reading proves it, else open; and one per signal of fraud in the document
/// (fraud_signals.hpp). None for an objection's document, whose readers are people. Fails with `plugin.*`, `process.*`.
[[nodiscard]] Result<std::vector<Finding>> verify_document(const Processing& processing, const DocumentCase& document,
                                                           const Reading& reading);

/// The same claims for a document that could not be read by machine: every one waits for an expert.
[[nodiscard]] Result<std::vector<Finding>> unread_document(const Processing& processing, const DocumentCase& document);

/// One open finding about the document as a whole, where not even its claims are known.
[[nodiscard]] Finding whole_document_finding(const Evidence& evidence, const std::string& label, Instant now);

/// Replaces the document's findings, unless they are the same: what an expert decided or an office explained then
/// stays. Explanations go over to new findings of the same declared value. True when anything changed.
[[nodiscard]] Result<bool> store_findings(storage::Stores& stores, EvidenceId evidence, std::vector<Finding> findings);

}  // namespace mizan::workflow
