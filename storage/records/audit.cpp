// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/office_row.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

class SqlAudit final : public Audit {
 public:
  explicit SqlAudit(soci::session& session) : m_session(session) {}

  Outcome append(const AuditEntry& entry) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO audit (at, actor, actor_role, actor_address, action, subject, office, detail) VALUES ("
            << Param(entry.at) << ", " << Param(entry.actor) << ", " << Param(entry.actor_role) << ", "
            << Param(entry.actor_address) << ", " << Param(entry.action) << ", " << Param(entry.subject) << ", "
            << Param(entry.office) << ", " << Param(entry.detail.dump()) << ")";
      query.execute();
      return {};
    });
  }

  Result<std::vector<AuditEntry>> list(const AuditFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<AuditEntry>> {
      Query query(m_session);
      query << "SELECT u.id, u.at, u.actor, u.actor_role, u.actor_address, u.action, u.subject, u.office, u.detail "
               "FROM audit u "
               "LEFT JOIN offices o ON o.id = u.office WHERE ";
      append_scope(query, scope, "o");
      if (filter.subject.find('/') != std::string::npos)
        query << " AND u.subject = " << Param(filter.subject);
      else if (!filter.subject.empty())
        query << " AND u.subject LIKE " << Param(starting_with(filter.subject + "/")) << " ESCAPE '!'";
      if (filter.office.stored()) query << " AND u.office = " << Param(filter.office);
      if (filter.before.stored()) query << " AND u.id < " << Param(filter.before);
      query << " ORDER BY u.id DESC LIMIT " << Param(filter.limit);
      AuditEntry entry;
      long long id = 0, at = 0, actor = 0, office = 0;
      std::string detail;
      std::vector<AuditEntry> entries;
      query.each(
          [&] {
            entry.id = AuditId{id};
            entry.at = instant_of(at);
            entry.actor = AccountId{actor};
            entry.office = OfficeId{office};
            entry.detail = nlohmann::json::parse(detail);
            entries.push_back(entry);
          },
          id, at, actor, entry.actor_role, entry.actor_address, entry.action, entry.subject, office, detail);
      return entries;
    });
  }

 private:
  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Audit> make_audit(soci::session& session) {
  return std::make_unique<SqlAudit>(session);
}

}  // namespace mizan::storage
