// SPDX-License-Identifier: GPL-3.0-or-later
// The job about a ZIP that an office sent: its members become uploads of their own, which wait for places.
#pragma once

#include "workflow/processing/processing.hpp"

#include <string>
#include <string_view>

namespace mizan::workflow {

/// k_open_bundle. Usable members lie in staging as complete uploads of the same account, declaration and section, with
/// the slot that the ZIP was sent to as a proposal; refused ones are refused uploads, each with its reason; then the
/// ZIP is `opened`. A ZIP that cannot be opened at all is `refused`. All rows change in one transaction, so that an
/// attempt that died leaves no more than files without rows. A ZIP that was taken back or has expired is left.
[[nodiscard]] Outcome open_bundle(const Processing& processing, const storage::Job& job);

/// After the last attempt, inside the transaction that buries the job: the ZIP is refused. What is left of it in
/// staging goes when it expires.
[[nodiscard]] Outcome leave_bundle(storage::Stores& stores, const storage::Job& job, const Problem& problem);

/// A member's name in the ZIP, which may have folders, as the name of one file: "1404 - فروردین.pdf". Of a long one the
/// last folders and the file's own name are kept.
[[nodiscard]] std::string member_file_name(std::string_view untrusted_name);

}  // namespace mizan::workflow
