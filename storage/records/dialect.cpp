// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/dialect.hpp"

namespace mizan::storage {

const Dialect& sqlite_dialect() {
  static constexpr Dialect k_sqlite{
      "sqlite", "integer PRIMARY KEY", "BEGIN DEFERRED", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "", "", "", "", ""};
  return k_sqlite;
}

const Dialect& postgresql_dialect() {
  static constexpr Dialect k_postgresql{"postgresql",
                                        "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                                        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                                        "BEGIN",
                                        "BEGIN",
                                        "SELECT pg_advisory_xact_lock(7236149)",
                                        " FOR UPDATE SKIP LOCKED",
                                        " FOR NO KEY UPDATE",
                                        " FOR SHARE",
                                        "SELECT 1"};
  return k_postgresql;
}

std::vector<std::string> session_settings(const Dialect& dialect, std::chrono::milliseconds busy) {
  const auto limit = std::to_string(busy.count());
  if (&dialect == &sqlite_dialect())
    return {"PRAGMA busy_timeout = " + limit, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON"};
  return {"SET lock_timeout = " + limit, "SET client_min_messages = warning"};
}

}  // namespace mizan::storage
