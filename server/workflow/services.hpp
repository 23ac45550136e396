// SPDX-License-Identifier: GPL-3.0-or-later
// What every use case works with: the stores, the clock, the definitions and the named limits.
#pragma once

#include "base/clock.hpp"
#include "documents/reader.hpp"
#include "storage/api/database.hpp"
#include "storage/api/evidence_store.hpp"
#include "storage/api/staging.hpp"
#include "workflow/account_rules.hpp"
#include "workflow/fraud_rules.hpp"
#include "workflow/scan_rules.hpp"
#include "workflow/upload_rules.hpp"

#include <chrono>
#include <cstdint>

namespace mizan::forms {
class Definitions;
}

namespace mizan::workflow {

class UploadDesk;

/// Limits and periods of the use cases; the configuration sets them (section [workflow]).
struct Limits {
  std::chrono::seconds undo{60};                ///< how long an expert may take a decision back
  std::chrono::days deemed_delivery{7};         ///< a result nobody opened counts as delivered after this
  std::uint64_t snapshot_bytes = 256U << 20U;   ///< largest snapshot document that is read back
  int export_rows = 50'000;                     ///< of one CSV
  std::size_t note_characters = 2000;           ///< of a decision's note
  std::size_t reasons_characters = 4000;        ///< of an objection or ruling
  std::size_t explanation_characters = 2000;    ///< of an office's words about a finding
  std::size_t answers_bytes = 256U << 10U;      ///< of one section's answers
  int objection_documents = 10;                 ///< of one section's objection
  std::uint64_t reading_bytes = 128U << 20U;    ///< largest stored reading that is read back
  std::uint64_t page_image_bytes = 64U << 20U;  ///< of one page image
  documents::ReadingLimits reading;             ///< of an upload and its reading; the section [reading]
  AccountRules accounts{};                      ///< sessions, passwords, lockout (section [accounts])
  UploadRules uploads{};                        ///< over several requests (section [uploads])
  FraudRules fraud{};                           ///< what is looked for, and what experts are asked (section [fraud])
  ScanRules scans{};                            ///< for viruses (section [antivirus])
};

/// References only; made once by the composition root and outlives every use case. Thread-safe as its members are.
struct Services {
  storage::Database& database;
  storage::EvidenceStore& evidence;
  SystemClock& clock;  ///< moved by `move_clock` alone, and only in demonstration data
  const forms::Definitions& definitions;
  const Limits& limits;
  storage::Staging& staging;
  UploadDesk& uploads;  ///< who holds which upload in this process
};

}  // namespace mizan::workflow
