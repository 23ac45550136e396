// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs about one document: read it and verify its claims, or verify them again by its stored reading.
#pragma once

#include "workflow/processing/processing.hpp"

namespace mizan::workflow {

/// k_read_evidence. Reads what is `being_read` (or had `failed` and was sent round again); a document already read is
/// left.
[[nodiscard]] Outcome read_evidence(const Processing& processing, const storage::Job& job);

/// k_verify_evidence. After answers changed: the stored reading is held against the new ones, without pixels.
[[nodiscard]] Outcome verify_evidence(const Processing& processing, const storage::Job& job);

/// Finishes a job whose subject is gone or needs nothing.
[[nodiscard]] Outcome finish_without_effect(const Services& services, const storage::Job& job);

/// In the transaction of the job's effects: fails, so that they roll back, when another worker has taken the job over.
[[nodiscard]] Outcome finish(storage::Stores& stores, const storage::Job& job);

/// Who workers are in the audit.
[[nodiscard]] Actor machine();

}  // namespace mizan::workflow
