// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a survey over a database that is migrated already.
#pragma once

#include "storage/api/survey.hpp"
#include "storage/records/open_database.hpp"

#include <memory>

namespace mizan::storage {

/// With a connection of its own. Fails with `configuration.invalid` for an unknown URL, `storage.unavailable` when
/// nobody answers.
[[nodiscard]] Result<std::unique_ptr<Survey>> open_survey(const DatabaseOptions& options);

}  // namespace mizan::storage
