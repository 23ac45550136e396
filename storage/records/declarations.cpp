// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

using nlohmann::json;

constexpr std::string_view k_columns = "d.id, d.round, d.office, d.status, d.receipt_number, d.submitted_at";
constexpr std::string_view k_from = " FROM declarations d JOIN offices o ON o.id = d.office WHERE ";

struct DeclarationRow {
  long long id = 0, round = 0, office = 0, submitted = 0;
  std::string status, receipt;

  template <class Use>
  auto with(Use&& use) {
    return use(id, round, office, status, receipt, submitted);
  }
  [[nodiscard]] Declaration declaration() const {
    return {DeclarationId{id}, RoundId{round},
            OfficeId{office},  stored_value<DeclarationStatus>(status),
            receipt,           optional_instant(submitted)};
  }
};

class SqlDeclarations final : public Declarations {
 public:
  SqlDeclarations(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Result<DeclarationId> create(const Declaration& declaration) override {
    return guarded([&]() -> Result<DeclarationId> {
      Query query(m_session);
      query << "INSERT INTO declarations (round, office, status, receipt_number, submitted_at) VALUES ("
            << Param(declaration.round) << ", " << Param(declaration.office) << ", "
            << Param(to_text(declaration.status)) << ", " << Param(declaration.receipt_number) << ", "
            << Param(declaration.submitted_at) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return DeclarationId{id};
    });
  }

  Outcome update(const Declaration& declaration) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE declarations SET status = " << Param(to_text(declaration.status))
            << ", receipt_number = " << Param(declaration.receipt_number)
            << ", submitted_at = " << Param(declaration.submitted_at) << " WHERE id = " << Param(declaration.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Declaration>> find(DeclarationId id, const Scope& scope) override {
    return one(scope, [&](Query& query) {
      hold_declaration(m_session, m_locks, "", id.value);
      query << "d.id = " << Param(id);
    });
  }

  Result<std::optional<Declaration>> find_by_receipt(std::string_view receipt, const Scope& scope) override {
    if (receipt.empty()) return std::nullopt;
    return one(scope, [&](Query& query) { query << "d.receipt_number = " << Param(receipt); });
  }

  Result<std::vector<Declaration>> list(const DeclarationFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<Declaration>> {
      Query query(m_session);
      query << "SELECT " << k_columns << k_from;
      append_scope(query, scope, "o");
      if (filter.round.stored()) query << " AND d.round = " << Param(filter.round);
      if (filter.office.stored()) query << " AND d.office = " << Param(filter.office);
      if (filter.status) query << " AND d.status = " << Param(to_text(*filter.status));
      query << " ORDER BY d.id";
      DeclarationRow row;
      std::vector<Declaration> declarations;
      row.with([&](auto&... fields) { query.each([&] { declarations.push_back(row.declaration()); }, fields...); });
      return declarations;
    });
  }

  Result<SectionAnswers> answers(DeclarationId declaration, std::string_view section) override {
    return guarded([&]() -> Result<SectionAnswers> {
      Query query(m_session);
      query << "SELECT answers, revision, saved_at FROM answers WHERE declaration = " << Param(declaration)
            << " AND section = " << Param(section) << " ORDER BY revision DESC LIMIT 1";
      std::string text;
      long long revision = 0, saved = 0;
      if (!query.first(text, revision, saved))
        return SectionAnswers{declaration, std::string(section), json::object(), 0, {}};
      return SectionAnswers{declaration, std::string(section), json::parse(text), static_cast<int>(revision),
                            instant_of(saved)};
    });
  }

  Result<std::vector<SectionAnswers>> all_answers(DeclarationId declaration) override {
    return guarded([&]() -> Result<std::vector<SectionAnswers>> {
      Query query(m_session);
      query << "SELECT a.section, a.answers, a.revision, a.saved_at FROM answers a WHERE a.declaration = "
            << Param(declaration)
            << " AND a.revision = (SELECT max(b.revision) FROM answers b WHERE b.declaration = a.declaration AND "
               "b.section = "
               "a.section) ORDER BY a.section";
      std::string section, text;
      long long revision = 0, saved = 0;
      std::vector<SectionAnswers> all;
      query.each(
          [&] {
            all.push_back({declaration, section, json::parse(text), static_cast<int>(revision), instant_of(saved)});
          },
          section, text, revision, saved);
      return all;
    });
  }

  Result<int> save_answers(const SectionAnswers& saved) override {
    return guarded([&]() -> Result<int> {
      // A concurrent save of the same revision meets the key answers_revision and becomes answers.stale there.
      auto stored = answers(saved.declaration, saved.section);
      if (!stored) return fail(std::move(stored.error()));
      if (stored->revision != saved.revision) return fail("answers.stale");
      Query query(m_session);
      query << "INSERT INTO answers (declaration, section, revision, answers, saved_at) VALUES ("
            << Param(saved.declaration) << ", " << Param(saved.section) << ", " << Param(saved.revision + 1) << ", "
            << Param(saved.answers.dump()) << ", " << Param(saved.saved_at) << ")";
      query.execute();
      return saved.revision + 1;
    });
  }

 private:
  template <class Condition>
  Result<std::optional<Declaration>> one(const Scope& scope, Condition&& condition) {
    return guarded([&]() -> Result<std::optional<Declaration>> {
      Query query(m_session);
      query << "SELECT " << k_columns << k_from;
      condition(query);
      query << " AND ";
      append_scope(query, scope, "o");
      DeclarationRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.declaration()) : std::nullopt;
    });
  }

  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<Declarations> make_declarations(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlDeclarations>(session, locks);
}

}  // namespace mizan::storage
