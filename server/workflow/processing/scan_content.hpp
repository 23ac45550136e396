// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs about viruses: ask the scanner about some bytes, and find the bytes that it was never asked about.
#pragma once

#include "workflow/processing/processing.hpp"

namespace mizan::workflow {

/// k_scan_content. Keeps what the scanner says; every document of infected bytes, of whatever office and round, is
/// quarantined in the same transaction: its findings are superseded, its section is judged anew, an audit line is
/// written, its bytes stay in the store. Bytes that were scanned before are not scanned again. Fails with
/// `antivirus.unavailable`: they wait.
[[nodiscard]] Outcome scan_content(const Processing& processing, const storage::Job& job);

/// k_find_unscanned. After a scanner was configured, documents that came before wait for no scan yet: queues one for
/// each.
[[nodiscard]] Outcome find_unscanned(const Processing& processing, const storage::Job& job);

}  // namespace mizan::workflow
