// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of jobs that use cases cause, and how they are written into the job table.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "storage/api/jobs.hpp"

#include <string_view>

namespace mizan::workflow {

inline constexpr std::string_view k_read_evidence = "read_evidence";  ///< payload: {"evidence": id}
inline constexpr std::string_view k_verify_evidence =
    "verify_evidence";  ///< payload: {"evidence": id}; from the stored reading
inline constexpr std::string_view k_open_bundle = "open_bundle";  ///< payload: {"upload": id}
inline constexpr std::string_view k_judge_section =
    "judge_section";  ///< payload: {"declaration": id, "section": id, "cause": text}

inline constexpr std::string_view k_scan_content =
    "scan_content";  ///< payload: {"content": hash, "evidence": id of a document of these bytes}
inline constexpr std::string_view k_find_unscanned = "find_unscanned";  ///< payload: {}

/// A burst of changes to one thing leaves one waiting job: the key is the thing.
[[nodiscard]] Outcome enqueue_reading(storage::Jobs& jobs, EvidenceId evidence, Instant now);
/// Bytes are scanned once, however many documents they are.
[[nodiscard]] Outcome enqueue_scan(storage::Jobs& jobs, const ContentHash& content, EvidenceId evidence, Instant now);
[[nodiscard]] Outcome enqueue_search_for_unscanned(storage::Jobs& jobs, Instant now);
[[nodiscard]] Outcome enqueue_verification(storage::Jobs& jobs, EvidenceId evidence, Instant now);
[[nodiscard]] Outcome enqueue_judging(storage::Jobs& jobs, DeclarationId declaration, std::string_view section,
                                      std::string_view cause, Instant now);

/// A ZIP whose bytes are all in staging.
[[nodiscard]] Outcome enqueue_opening(storage::Jobs& jobs, std::string_view upload, Instant now);

/// The key of a section's judging, to ask the job table whether one is pending.
[[nodiscard]] std::string judging_key(DeclarationId declaration, std::string_view section);

}  // namespace mizan::workflow
