// SPDX-License-Identifier: GPL-3.0-or-later
// Every difference between SQLite and PostgreSQL that the records know of.
#pragma once

#include "storage/api/database.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// Plain values; one constant per database.
struct Dialect {
  std::string_view name;      ///< "sqlite" or "postgresql"; also the infix of its own migrations
  std::string_view identity;  ///< what {id} becomes in a migration
  std::string_view begin_read;
  std::string_view begin_write;
  std::string_view begin_migration;  ///< with the lock that keeps a second starting process out
  std::string_view migration_lock;   ///< run right after, or empty
  std::string_view skip_locked;      ///< at the end of the query that picks a job
  std::string_view
      hold_rows;  ///< at the end of a SELECT: other writers that hold these rows wait; empty if they take turns
  std::string_view share_rows;     ///< the same, but readers of this kind do not wait for each other, only for changes
  std::string_view before_commit;  ///< fails in a transaction that COMMIT would silently roll back, or empty
};

[[nodiscard]] const Dialect& sqlite_dialect();
[[nodiscard]] const Dialect& postgresql_dialect();

/// What every new connection is told: WAL and full sync on SQLite, time limits on PostgreSQL.
[[nodiscard]] std::vector<std::string> session_settings(const Dialect& dialect, std::chrono::milliseconds busy);

}  // namespace mizan::storage
