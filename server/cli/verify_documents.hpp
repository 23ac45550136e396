// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a document and verifies the claims of a claims file against it, for `mizan verify`.
#pragma once

#include "base/result.hpp"
#include "documents/reader.hpp"
#include "forms/document_types.hpp"
#include "model/claim.hpp"
#include "model/verdict.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mizan::cli {

/// claims/<id>.json of the evidence formats. Only id, file, doc_type and each claim's id, field, label, kind and
/// declared value are looked at: a file with answers in it is verified as one without.
struct ClaimsFile {
  std::string id;
  std::filesystem::path document;  ///< as the file names it, relative to the corpus; may be empty
  std::vector<Claim> claims;       ///< with the wordings of their document type
};

/// Fails with `definition.unreadable` or `definition.invalid`, naming the file.
[[nodiscard]] Result<ClaimsFile> read_claims_file(const std::filesystem::path& file, const forms::DocumentTypes& types);

struct DocumentVerdicts {
  std::chrono::milliseconds took{0};  ///< reading and verifying
  std::vector<Verdict> verdicts;      ///< one per claim; all unreadable when the document was refused
  std::optional<Problem> refused;
};

/// A refused document is an answer, not a failure: nothing in it can be verified. With `kept` the reading is taken from
/// that file if this version of the reader wrote it, and written to it otherwise; whoever changes the models removes
/// what was kept. A file that cannot be written refuses the document with `definition.unreadable`.
[[nodiscard]] DocumentVerdicts verify_document(documents::Reader& reader, const documents::ReadingLimits& limits,
                                               const std::filesystem::path& document, const std::vector<Claim>& claims,
                                               const std::filesystem::path& kept = {});

/// {"ms", "results": [{"claim_id", "verdict", "page", "box", "read", "confidence", "reason"}]} and, when refused,
/// "problem".
[[nodiscard]] std::string to_json_text(const DocumentVerdicts& verdicts);

}  // namespace mizan::cli
