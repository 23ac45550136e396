// SPDX-License-Identifier: GPL-3.0-or-later
// Fresh, empty databases of both kinds for contract tests.
#pragma once

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace mizan::tests {

enum class DatabaseKind { sqlite, postgresql };

/// One empty database. The private PostgreSQL server is started at its first use (tests/support/postgresql) and ends
/// with the test program. Throws when there is none: a contract is never skipped.
class FreshDatabase {
 public:
  explicit FreshDatabase(DatabaseKind kind);
  ~FreshDatabase();
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;

  /// For storage::DatabaseOptions::url.
  [[nodiscard]] const std::string& url() const { return m_url; }
  [[nodiscard]] DatabaseKind kind() const { return m_kind; }

 private:
  DatabaseKind m_kind;
  std::unique_ptr<TemporaryFolder> m_folder;
  std::string m_name;
  std::string m_url;
};

/// "sqlite" or "postgresql", as the names of parameterised tests end.
[[nodiscard]] inline std::string name_of(const ::testing::TestParamInfo<DatabaseKind>& info) {
  return info.param == DatabaseKind::sqlite ? "sqlite" : "postgresql";
}

}  // namespace mizan::tests
