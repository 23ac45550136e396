// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of some bytes: the stored one, or a fresh one that is stored before anything is made of it.
#pragma once

#include "model/evidence.hpp"
#include "model/reading.hpp"
#include "workflow/processing/processing.hpp"

#include <optional>
#include <string>

namespace mizan::workflow {

/// What reading a document came to. A refused document has no reading.
struct ReadDocument {
  EvidenceStatus status = EvidenceStatus::read;
  std::string problem;  ///< catalogue code; empty when read to the end
  int pages = 0;        ///< as far as known
  std::optional<Reading> reading;
};

/// Bytes that this version of the reader has read are not read again. Fails with `process.*` and `storage.*`: this
/// attempt failed. What is wrong with the document itself is no failure but a status with its problem.
[[nodiscard]] Result<ReadDocument> read_document(const Processing& processing, const Evidence& evidence,
                                                 int page_limit);

/// The newest stored reading of these bytes, by any version.
[[nodiscard]] Result<std::optional<Reading>> stored_reading(const Services& services, const ContentHash& content);

}  // namespace mizan::workflow
