// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/query.hpp"

#include "storage/records/problems.hpp"

namespace mizan::storage {

Query& Query::operator<<(Param value) {
  if (value.is_text && value.text.find('\0') != std::string::npos) throw NulInText();
  m_params.push_back(std::move(value));
  m_text += ":p" + std::to_string(m_params.size());
  return *this;
}

void Query::bind(soci::statement& statement) {
  std::size_t number = 0;
  for (auto& param : m_params) {
    const auto name = "p" + std::to_string(++number);
    if (param.is_text)
      statement.exchange(soci::use(param.text, name));
    else
      statement.exchange(soci::use(param.number, name));
  }
}

void Query::run(soci::statement& statement) {
  bind(statement);
  statement.alloc();
  statement.prepare(m_text);
  statement.define_and_bind();
  statement.execute(false);
}

long long Query::execute() {
  soci::statement statement(m_session);
  bind(statement);
  statement.alloc();
  statement.prepare(m_text);
  statement.define_and_bind();
  statement.execute(true);
  return statement.get_affected_rows();
}

void append_scope(Query& query, const Scope& scope, std::string_view office_alias) {
  const auto list = [&](std::string_view column, const auto& values) {
    if (values.empty()) {
      query << "1 = 0";
      return;
    }
    query << office_alias << "." << column << " IN (";
    for (std::size_t i = 0; i < values.size(); ++i) query << (i == 0 ? "" : ", ") << Param(values[i]);
    query << ")";
  };
  switch (scope.reach()) {
    case Scope::Reach::everything:
      query << "1 = 1";
      return;
    case Scope::Reach::provinces:
      list("province", scope.provinces());
      return;
    case Scope::Reach::offices:
      list("id", scope.offices());
      return;
    case Scope::Reach::nothing:
      query << "1 = 0";
      return;
  }
}

void hold_declaration(soci::session& session, const RowLocks& locks, std::string_view through, std::int64_t id) {
  if (locks.hold.empty()) return;
  Query query(session);
  query << "SELECT d.id FROM declarations d WHERE d.id = ";
  if (through.empty())
    query << Param(id);
  else
    query << "(SELECT t.declaration FROM " << through << " t WHERE t.id = " << Param(id) << ")";
  query << locks.hold;
  long long held = 0;
  static_cast<void>(query.first(held));
}

}  // namespace mizan::storage
