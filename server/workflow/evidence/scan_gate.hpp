// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see a document, by what the virus scanner said of its bytes.
#pragma once

#include "model/account.hpp"
#include "model/content_scan.hpp"
#include "model/evidence.hpp"
#include "storage/api/database.hpp"
#include "workflow/scan_rules.hpp"

#include <optional>
#include <string_view>

namespace mizan::workflow {

enum class ScanState {
  clean,     ///< scanned, nothing found
  infected,  ///< something found: shown to nobody
  pending,   ///< not scanned though that is required: shown to its sender alone
  none,      ///< not scanned, and shown all the same
};

struct DocumentScan {
  ScanState state = ScanState::pending;
  std::optional<ContentScan> scan;
};

[[nodiscard]] std::string_view to_text(ScanState state);

[[nodiscard]] Result<DocumentScan> document_scan(storage::Stores& stores, const ScanRules& rules,
                                                 const Evidence& evidence);

/// Whether this person may see the document's pages. Fails with `evidence.infected`, `evidence.scan_pending`.
[[nodiscard]] Outcome check_shown(const Actor& actor, const Evidence& evidence, const DocumentScan& scan);

/// `evidence.infected` with what was found.
[[nodiscard]] Problem infected(const DocumentScan& scan);

/// The document becomes one that nobody is shown; its row is still to be written.
void mark_infected(Evidence& evidence);

[[nodiscard]] Outcome record_quarantine(storage::Audit& audit, const Actor& actor, const Evidence& evidence,
                                        OfficeId office, const ContentScan& scan, Instant now);

}  // namespace mizan::workflow
