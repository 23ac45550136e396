// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/office_row.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {

void append_office_filter(Query& query, const OfficeFilter& filter, const Scope& scope) {
  query << " FROM offices o WHERE ";
  append_scope(query, scope, "o");
  if (!filter.province.empty()) query << " AND o.province = " << Param(filter.province);
  if (!filter.city.empty()) query << " AND o.city = " << Param(filter.city);
  if (filter.kind) query << " AND o.kind = " << Param(to_text(*filter.kind));
  if (filter.text.empty()) return;
  const auto pattern = containing(filter.text);
  query << " AND (o.name LIKE " << Param(pattern) << " ESCAPE '!' OR o.licence_no LIKE " << Param(pattern)
        << " ESCAPE '!' OR o.holder_name LIKE " << Param(pattern)
        << " ESCAPE '!' OR o.holder_national_id = " << Param(filter.text)
        << " OR EXISTS (SELECT 1 FROM account_offices t JOIN accounts a ON a.id = t.account WHERE t.office = o.id AND "
           "a.national_code = "
        << Param(filter.text) << "))";
}

namespace {

class SqlOffices final : public Offices {
 public:
  explicit SqlOffices(soci::session& session) : m_session(session) {}

  Result<OfficeId> create(const Office& office) override {
    return guarded([&]() -> Result<OfficeId> {
      Query query(m_session);
      query << "INSERT INTO offices (kind, licence_no, name, holder_name, holder_national_id, province, city, address, "
               "postal_code, mobile) VALUES ("
            << Param(to_text(office.kind)) << ", " << Param(office.licence_no) << ", " << Param(office.name) << ", "
            << Param(office.holder_name) << ", " << Param(office.holder_national_id) << ", " << Param(office.province)
            << ", " << Param(office.city) << ", " << Param(office.address) << ", " << Param(office.postal_code) << ", "
            << Param(office.mobile) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return OfficeId{id};
    });
  }

  Outcome update(const Office& office) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE offices SET kind = " << Param(to_text(office.kind))
            << ", licence_no = " << Param(office.licence_no) << ", name = " << Param(office.name)
            << ", holder_name = " << Param(office.holder_name)
            << ", holder_national_id = " << Param(office.holder_national_id)
            << ", province = " << Param(office.province) << ", city = " << Param(office.city)
            << ", address = " << Param(office.address) << ", postal_code = " << Param(office.postal_code)
            << ", mobile = " << Param(office.mobile) << " WHERE id = " << Param(office.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Office>> find(OfficeId id, const Scope& scope) override {
    return one(scope, [&](Query& query) { query << "o.id = " << Param(id); });
  }

  Result<std::optional<Office>> find_by_licence(std::string_view licence_no, const Scope& scope) override {
    return one(scope, [&](Query& query) { query << "o.licence_no = " << Param(licence_no); });
  }

  Result<std::vector<Office>> list(const OfficeFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<Office>> {
      Query query(m_session);
      query << "SELECT " << k_office_columns;
      append_office_filter(query, filter, scope);
      query << " ORDER BY o.province, o.city, o.name, o.id LIMIT " << Param(filter.page_size) << " OFFSET "
            << Param(static_cast<std::int64_t>(filter.page) * filter.page_size);
      OfficeRow row;
      std::vector<Office> offices;
      row.with([&](auto&... fields) { query.each([&] { offices.push_back(row.office()); }, fields...); });
      return offices;
    });
  }

  Result<int> count(const OfficeFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<int> {
      Query query(m_session);
      query << "SELECT count(*)";
      append_office_filter(query, filter, scope);
      long long count = 0;
      static_cast<void>(query.first(count));
      return static_cast<int>(count);
    });
  }

 private:
  template <class Condition>
  Result<std::optional<Office>> one(const Scope& scope, Condition&& condition) {
    return guarded([&]() -> Result<std::optional<Office>> {
      Query query(m_session);
      query << "SELECT " << k_office_columns << " FROM offices o WHERE ";
      condition(query);
      query << " AND ";
      append_scope(query, scope, "o");
      OfficeRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.office()) : std::nullopt;
    });
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Offices> make_offices(soci::session& session) {
  return std::make_unique<SqlOffices>(session);
}

}  // namespace mizan::storage
