// SPDX-License-Identifier: GPL-3.0-or-later
// Deletes bytes that a broken-off request or attempt left in the evidence store.
#pragma once

#include "storage/api/survey.hpp"
#include "workflow/services.hpp"

#include <chrono>
#include <string_view>

namespace mizan::workflow {

/// The job that does it, in a worker: it reads every list of page images. Payload: {}.
inline constexpr std::string_view k_sweep_store = "sweep_store";

/// Once, however many servers start.
[[nodiscard]] Outcome enqueue_sweep(const Services& services);

/// Deletes blobs that no row and no list of page images names when they are older than `kept` (long enough to notice
/// that the database was restored from an old back-up), and temporary files older than `uploads.orphan`. Returns how
/// many went. A list that is no list ends it: what it names would look unknown. 32 bytes of memory for each page image.
[[nodiscard]] Result<int> sweep_store(const Services& services, storage::Survey& survey, std::chrono::days kept);

}  // namespace mizan::workflow
