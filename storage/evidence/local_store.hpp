// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence store in a folder of this machine.
#pragma once

#include "base/result.hpp"
#include "storage/api/evidence_store.hpp"

#include <filesystem>
#include <memory>

namespace mizan::storage {

/// Blobs lie in `folder`/ab/cd/abcd…, what is still coming in lies in `folder`/incoming; several processes may share
/// it. Makes the folder where it is missing; fails with `storage.unavailable` when it cannot be made or written.
///
/// A sweep goes by the files' times, which are the machine's clock without any offset; storing known bytes again makes
/// their file young, so that a sweep never takes what a transaction is about to refer to.
[[nodiscard]] Result<std::unique_ptr<EvidenceStore>> open_local_store(const std::filesystem::path& folder);

}  // namespace mizan::storage
