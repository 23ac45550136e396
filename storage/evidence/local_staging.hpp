// SPDX-License-Identifier: GPL-3.0-or-later
// Staging in the folder of the local evidence store.
#pragma once

#include "base/result.hpp"
#include "storage/api/staging.hpp"

#include <filesystem>
#include <memory>

namespace mizan::storage {

/// Uploads lie in `folder`/staging under their ids, on the file system of the blobs: a finished one becomes a blob by a
/// second name for the same file. Beside a file whose bytes are on trial lies `<id>.trial`, which holds the size to go
/// back to. Makes the folder where it is missing; fails with `storage.unavailable` when it cannot be made or written.
[[nodiscard]] Result<std::unique_ptr<Staging>> open_local_staging(const std::filesystem::path& folder);

}  // namespace mizan::storage
