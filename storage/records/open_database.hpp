// SPDX-License-Identifier: GPL-3.0-or-later
// Opens SQLite or PostgreSQL by its URL and migrates it.
#pragma once

#include "base/result.hpp"
#include "storage/api/database.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace mizan::storage {

struct DatabaseOptions {
  std::string url;                        ///< "sqlite:///path/to/file" or "postgresql://…" as libpq takes it
  std::size_t connections = 8;            ///< of the pool
  std::chrono::milliseconds busy{5'000};  ///< how long to wait for a connection or a lock before `storage.busy`
  /// How long a PostgreSQL may take over one statement before `storage.busy`, or say nothing at all before the
  /// connection is cut (`storage.unavailable`).
  std::chrono::milliseconds answer{15'000};
  std::chrono::seconds connect{5};  ///< how long connecting to PostgreSQL may take
};

/// Fails with `configuration.invalid` for an unknown URL or a newer schema, `storage.unavailable` when nobody answers.
[[nodiscard]] Result<std::unique_ptr<Database>> open_database(const DatabaseOptions& options);

}  // namespace mizan::storage
