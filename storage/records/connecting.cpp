// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/connecting.hpp"

#include "storage/records/watched_postgresql.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>

namespace mizan::storage {
namespace {

/// How much later than the server we lose our patience: it ends a statement better than a cut connection does.
constexpr std::chrono::milliseconds k_after_the_server{1'000};

constexpr std::chrono::milliseconds k_nap{2};  // between two looks at a lock

/// SQLite's own handler looks ever more rarely, up to every 100 ms: beside workers that write one transaction after the
/// other it found the lock free too seldom, and gave up after seconds. Looking every 2 ms costs nothing to speak of.
int wait_for_the_writer(void* limit, int looked_before) {
  if (looked_before * k_nap >= *static_cast<const std::chrono::milliseconds*>(limit)) return 0;
  std::this_thread::sleep_for(k_nap);
  return 1;
}

/// Of processes that open a new file together each makes it one with a write-ahead log, for which it wants the file
/// alone: SQLite then refuses all but one at once, without asking the handler.
void set(soci::session& session, const std::string& setting, std::chrono::milliseconds busy) {
  constexpr int k_primary_code = 0xff;
  const auto deadline = std::chrono::steady_clock::now() + busy;
  for (;;) {
    try {
      session << setting;
      return;
    } catch (const soci::sqlite3_soci_error& error) {
      if ((error.result() & k_primary_code) != SQLITE_BUSY || std::chrono::steady_clock::now() >= deadline) throw;
    }
    std::this_thread::sleep_for(k_nap);
  }
}

bool is_sqlite(const Target& target) {
  return target.dialect == &sqlite_dialect();
}

}  // namespace

Result<Target> target_of(const DatabaseOptions& options) {
  constexpr std::string_view k_sqlite = "sqlite://";
  const auto& url = options.url;
  if (url.starts_with(k_sqlite))
    return Target{&soci::sqlite3, "dbname=\"" + url.substr(k_sqlite.size()) + "\"", &sqlite_dialect()};
  if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
    return Target{&watched_postgresql(), with_connect_timeout(url, options.connect), &postgresql_dialect()};
  return fail(
      Problem("configuration.invalid").with("key", "database.url").with("reason", "sqlite:///path or postgresql://…"));
}

void connect(soci::session& session, const Target& target, const DatabaseOptions& options) {
  session.close();
  session.open(*target.backend, target.connection);
  try {
    set_patience(session, options.answer + k_after_the_server);
    for (const auto& setting : session_settings(*target.dialect, options.busy)) set(session, setting, options.busy);
    set_answer_limit(session, target, options);
  } catch (...) {
    session.close();
    throw;
  }
  if (!is_sqlite(target)) return;
  auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  // SQLite takes what it hands back as it is, and the handler only reads it.
  sqlite3_busy_handler(backend->conn_, wait_for_the_writer, const_cast<std::chrono::milliseconds*>(&options.busy));
}

void lift_answer_limit(soci::session& session, const Target& target) {
  if (is_sqlite(target)) return;
  session << "SET statement_timeout = 0";
  set_patience(session, std::chrono::milliseconds{0});
}

void set_answer_limit(soci::session& session, const Target& target, const DatabaseOptions& options) {
  if (is_sqlite(target)) return;
  set_patience(session, options.answer + k_after_the_server);
  session << "SET statement_timeout = " + std::to_string(options.answer.count());
}

}  // namespace mizan::storage
