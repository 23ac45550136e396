// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/migrations.hpp"

#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"

#include <set>
#include <string>
#include <vector>

namespace mizan::storage {
namespace {

constexpr std::string_view k_separator = "--;\n";

/// "0002_name.sqlite.sql" → "sqlite"; empty when the file is for both.
std::string_view dialect_of(std::string_view file) {
  const auto stem = file.substr(0, file.rfind('.'));
  const auto dot = stem.find('.');
  return dot == std::string_view::npos ? std::string_view{} : stem.substr(dot + 1);
}

std::string_view version_of(std::string_view file) {
  return file.substr(0, file.find('_'));
}

std::string without_comments(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (!line.starts_with("--")) out.append(line).push_back('\n');
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

std::vector<std::string> statements_of(std::string_view text, const Dialect& dialect) {
  std::vector<std::string> statements;
  while (!text.empty()) {
    const auto end = text.find(k_separator);
    auto statement = without_comments(text.substr(0, end));
    for (auto at = statement.find("{id}"); at != std::string::npos; at = statement.find("{id}", at))
      statement.replace(at, 4, dialect.identity);
    statements.push_back(std::move(statement));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + k_separator.size());
  }
  return statements;
}

std::set<std::string> applied_versions(soci::session& session) {
  std::set<std::string> applied;
  std::string version;
  Query query(session);
  query << "SELECT version FROM schema_migrations";
  query.each([&] { applied.insert(version); }, version);
  return applied;
}

Outcome refuse_newer(const std::set<std::string>& applied) {
  const auto newest = std::string(version_of(migration_files().back().name));
  if (applied.empty() || *applied.rbegin() <= newest) return {};
  return fail(Problem("configuration.invalid")
                  .with("key", "database")
                  .with("reason", "its schema " + *applied.rbegin() + " is newer than this program's " + newest));
}

void apply(soci::session& session, const Dialect& dialect, const MigrationFile& file) {
  for (const auto& statement : statements_of(file.text, dialect)) session << statement;
  Query insert(session);
  insert << "INSERT INTO schema_migrations (version, name) VALUES (" << Param(version_of(file.name)) << ", "
         << Param(file.name) << ")";
  insert.execute();
}

}  // namespace

Outcome migrate(soci::session& session, const Dialect& dialect) {
  return guarded([&]() -> Outcome {
    session << std::string(dialect.begin_migration);
    try {
      if (!dialect.migration_lock.empty()) session << std::string(dialect.migration_lock);
      session << "CREATE TABLE IF NOT EXISTS schema_migrations (version text PRIMARY KEY, name text NOT NULL)";
      const auto applied = applied_versions(session);
      if (auto checked = refuse_newer(applied); !checked) {
        session << "ROLLBACK";
        return checked;
      }
      for (const auto& file : migration_files()) {
        const auto only = dialect_of(file.name);
        if (!only.empty() && only != dialect.name) continue;
        if (!applied.contains(std::string(version_of(file.name)))) apply(session, dialect, file);
      }
      session << "COMMIT";
    } catch (...) {
      session << "ROLLBACK";
      throw;
    }
    return {};
  });
}

}  // namespace mizan::storage
