// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a database's schema up to this program's, one numbered file after the other.
#pragma once

#include "base/result.hpp"
#include "storage/records/dialect.hpp"

#include <span>
#include <string_view>

namespace soci {
class session;
}

namespace mizan::storage {

/// "0001_first.sql", or "0002_name.sqlite.sql" beside "0002_name.postgresql.sql" where the dialects must differ.
struct MigrationFile {
  std::string_view name;
  std::string_view text;
};

/// All of them in the order of their names, from storage/migrations.
[[nodiscard]] std::span<const MigrationFile> migration_files();

/// Applies what is missing in one transaction, under a lock that other starting processes wait for. Refuses a
/// schema that is newer than the program (`configuration.invalid`).
[[nodiscard]] Outcome migrate(soci::session& session, const Dialect& dialect);

}  // namespace mizan::storage
