// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <string>
#include <string_view>

namespace mizan::storage {
namespace {

/// A named constraint: PostgreSQL tells its name, SQLite its columns.
struct Constraint {
  std::string_view name;
  std::string_view columns;
  ProblemCode code;
};

constexpr std::array k_constraints{
    Constraint{"accounts_national_code", "accounts.national_code", "account.exists"},
    Constraint{"answers_revision", "answers.declaration, answers.section, answers.revision", "answers.stale"},
    Constraint{"objections_once", "objections.snapshot, objections.declaration, objections.section",
               "objection.exists"},
};

Problem violated(const std::string& message) {
  for (const auto& constraint : k_constraints)
    if (message.find(constraint.name) != std::string::npos || message.find(constraint.columns) != std::string::npos)
      return Problem(constraint.code, message);
  return Problem("storage.conflict", message);
}

bool names_a_disk(const std::string& message) {
  return message.find("disk is full") != std::string::npos || message.find("No space left") != std::string::npos;
}

Problem of_sqlite(int result, const std::string& message) {
  constexpr int k_primary_code = 0xff;
  switch (result & k_primary_code) {
    case SQLITE_CONSTRAINT:
      return violated(message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Problem("storage.busy", message);
    case SQLITE_FULL:
      return Problem("evidence.storage_full", message);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
      return Problem("storage.unavailable", message);
    default:
      return Problem("server.internal", message);
  }
}

Problem of_postgresql(const std::string& state, const std::string& message) {
  if (state.starts_with("23")) return violated(message);
  if (state == "55P03" || state == "40001" || state == "40P01" || state == "57014")
    return Problem("storage.busy", message);
  if (state.starts_with("53"))
    return names_a_disk(message) ? Problem("evidence.storage_full", message) : Problem("storage.unavailable", message);
  // 25006: a server that takes no writes, as after a fail-over; 25P03: it ended a session that was idle for too long;
  // 58: its own disk.
  if (state.starts_with("08") || state.starts_with("57") || state.starts_with("58") || state == "25006" ||
      state == "25P03" || state.empty() || state == "     ")
    return names_a_disk(message) ? Problem("evidence.storage_full", message) : Problem("storage.unavailable", message);
  return Problem("server.internal", message);
}

}  // namespace

// SOCI's what() quotes the statement with its values: national codes and hashes that belong in no log, and texts that
// could name a constraint. get_error_message() is the database's own sentence.
Problem problem_of_current_exception() {
  try {
    throw;
  } catch (const NulInText& error) {
    return Problem("request.malformed", error.what());
  } catch (const soci::sqlite3_soci_error& error) {
    return of_sqlite(error.result(), error.get_error_message());
  } catch (const soci::postgresql_soci_error& error) {
    return of_postgresql(error.sqlstate(), error.get_error_message());
  } catch (const soci::soci_error& error) {
    return Problem("storage.unavailable", error.get_error_message());
  } catch (const std::exception& error) {
    return Problem("server.internal", error.what());
  }
}

}  // namespace mizan::storage
