// SPDX-License-Identifier: GPL-3.0-or-later
// One parameterised statement, put together from text and values, fetched into typed variables.
#pragma once

#include "base/clock.hpp"
#include "model/account.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::storage {

/// A value on its way into a statement; never part of its text.
struct Param {
  explicit Param(std::string_view value) : text(value), is_text(true) {}
  explicit Param(const std::string& value) : text(value), is_text(true) {}
  explicit Param(const char* value) : text(value), is_text(true) {}
  explicit Param(std::int64_t value) : number(value) {}
  explicit Param(int value) : number(value) {}
  explicit Param(bool value) : number(value ? 1 : 0) {}
  explicit Param(Instant value) : number(value.time_since_epoch().count()) {}
  explicit Param(const std::optional<Instant>& value) : number(value ? value->time_since_epoch().count() : 0) {}
  template <class Tag>
  explicit Param(Id<Tag> id) : number(id.value) {}

  std::string text;
  long long number = 0;
  bool is_text = false;
};

/// `Query q(session); q << "SELECT name FROM offices WHERE id = " << Param(id); q.each([&] {…}, name);`
/// Throws what SOCI throws; run inside `guarded`. Fetches into typed variables only: SQLite's dynamic rows make every
/// expression a string.
class Query {
 public:
  explicit Query(soci::session& session) : m_session(session) {}

  Query& operator<<(std::string_view text) {
    m_text += text;
    return *this;
  }
  Query& operator<<(Param value);

  /// Calls `row` once for each row, with `fields` (long long, int or std::string variables) filled in.
  template <class Row, class... Fields>
  void each(Row&& row, Fields&... fields) {
    soci::statement statement(m_session);
    (statement.exchange(soci::into(fields)), ...);
    run(statement);
    while (statement.fetch()) row();
  }

  /// True when there was a row; the fields then hold the first one.
  template <class... Fields>
  [[nodiscard]] bool first(Fields&... fields) {
    soci::statement statement(m_session);
    (statement.exchange(soci::into(fields)), ...);
    run(statement);
    return statement.fetch();
  }

  /// For statements without rows: how many rows they touched.
  long long execute();

 private:
  void run(soci::statement& statement);
  void bind(soci::statement& statement);

  soci::session& m_session;
  std::string m_text;
  std::deque<Param> m_params;  // a deque: SOCI keeps the addresses
};

/// Adds the condition that an office row (`alias`.id, `alias`.province) lies in the scope.
void append_scope(Query& query, const Scope& scope, std::string_view office_alias);

/// What keeps rows that a write transaction found as they are until it ends; all empty in read transactions and on
/// SQLite, whose writers take turns.
struct RowLocks {
  std::string_view hold, share;
};

/// Write transactions that find the same declaration, or a row of `through` (findings, evidence, objections) that
/// belongs to it, take turns: what a use case has checked is still true when it commits. Call it before the query that
/// reads.
void hold_declaration(soci::session& session, const RowLocks& locks, std::string_view through, std::int64_t id);

/// The value of a stored text; throws when this program does not know it, which means damaged or newer data.
template <class Value>
[[nodiscard]] Value stored_value(std::string_view text) {
  Value value{};
  if (!from_text(text, value)) throw std::runtime_error("the database holds an unknown value: " + std::string(text));
  return value;
}

[[nodiscard]] inline Instant instant_of(long long ms) {
  return Instant(milliseconds(ms));
}
[[nodiscard]] inline std::optional<Instant> optional_instant(long long ms) {
  return ms == 0 ? std::nullopt : std::optional(instant_of(ms));
}

}  // namespace mizan::storage
