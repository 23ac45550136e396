// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

#include <map>

namespace mizan::storage {
namespace {

constexpr std::string_view k_columns =
    "b.id, b.snapshot, b.declaration, b.section, b.reasons, b.receipt_number, b.state, b.filed_by, b.filed_at";
constexpr std::string_view k_from =
    " FROM objections b JOIN declarations d ON d.id = b.declaration JOIN offices o ON o.id = d.office";

struct ObjectionRow {
  long long id = 0, snapshot = 0, declaration = 0, filed_by = 0, filed = 0;
  std::string state;
  Objection value;

  template <class Use>
  auto with(Use&& use) {
    return use(id, snapshot, declaration, value.section, value.reasons, value.receipt_number, state, filed_by, filed);
  }
  [[nodiscard]] Objection objection() const {
    Objection objection = value;
    objection.id = ObjectionId{id};
    objection.snapshot = SnapshotId{snapshot};
    objection.declaration = DeclarationId{declaration};
    objection.state = stored_value<ObjectionState>(state);
    objection.filed_by = AccountId{filed_by};
    objection.filed_at = instant_of(filed);
    return objection;
  }
};

void append_filter(Query& query, const ObjectionFilter& filter, const Scope& scope) {
  query << " WHERE ";
  append_scope(query, scope, "o");
  if (filter.round.stored()) query << " AND d.round = " << Param(filter.round);
  if (filter.declaration.stored()) query << " AND b.declaration = " << Param(filter.declaration);
  if (filter.state) query << " AND b.state = " << Param(to_text(*filter.state));
}

class SqlObjections final : public Objections {
 public:
  SqlObjections(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Result<ObjectionId> create(const Objection& objection) override {
    return guarded([&]() -> Result<ObjectionId> {
      Query query(m_session);
      query << "INSERT INTO objections (snapshot, declaration, section, reasons, receipt_number, state, filed_by, "
               "filed_at) "
               "VALUES ("
            << Param(objection.snapshot) << ", " << Param(objection.declaration) << ", " << Param(objection.section)
            << ", " << Param(objection.reasons) << ", " << Param(objection.receipt_number) << ", "
            << Param(to_text(objection.state)) << ", " << Param(objection.filed_by) << ", " << Param(objection.filed_at)
            << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      for (const auto evidence : objection.evidence) {
        Query tie(m_session);
        tie << "INSERT INTO objection_evidence (objection, evidence) VALUES (" << Param(ObjectionId{id}) << ", "
            << Param(evidence) << ")";
        tie.execute();
      }
      return ObjectionId{id};
    });
  }

  Outcome set_state(ObjectionId id, ObjectionState state) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE objections SET state = " << Param(to_text(state)) << " WHERE id = " << Param(id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Objection>> find(ObjectionId id, const Scope& scope) override {
    return guarded([&]() -> Result<std::optional<Objection>> {
      hold_declaration(m_session, m_locks, "objections", id.value);
      const auto condition = [&](Query& query) {
        query << " WHERE b.id = " << Param(id) << " AND ";
        append_scope(query, scope, "o");
      };
      auto objections = select(condition);
      return objections.empty() ? std::nullopt : std::optional(std::move(objections.front()));
    });
  }

  Result<std::vector<Objection>> list(const ObjectionFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<Objection>> {
      return select([&](Query& query) { append_filter(query, filter, scope); });
    });
  }

  Outcome add_ruling(const Ruling& ruling) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO rulings (objection, reading, reader, outcome, has_points, points, reasons, at) VALUES ("
            << Param(ruling.objection) << ", " << Param(ruling.reading) << ", " << Param(ruling.reader) << ", "
            << Param(to_text(ruling.outcome)) << ", " << Param(ruling.points.has_value()) << ", "
            << Param(ruling.points.value_or(Points{}).thousandths) << ", " << Param(ruling.reasons) << ", "
            << Param(ruling.at) << ")";
      query.execute();
      return {};
    });
  }

  Result<std::vector<Ruling>> rulings(ObjectionId objection) override {
    return guarded([&]() -> Result<std::vector<Ruling>> {
      Query query(m_session);
      query << "SELECT reading, reader, outcome, has_points, points, reasons, at FROM rulings WHERE objection = "
            << Param(objection) << " ORDER BY reading";
      long long reading = 0, reader = 0, has_points = 0, points = 0, at = 0;
      std::string outcome, reasons;
      std::vector<Ruling> rulings;
      query.each(
          [&] {
            rulings.push_back(
                {objection, static_cast<int>(reading), AccountId{reader}, stored_value<RulingOutcome>(outcome),
                 has_points != 0 ? std::optional(Points{points}) : std::nullopt, reasons, instant_of(at)});
          },
          reading, reader, outcome, has_points, points, reasons, at);
      return rulings;
    });
  }

 private:
  /// The objections of a condition, oldest first, each with its evidence; two queries however many there are.
  template <class Condition>
  std::vector<Objection> select(Condition&& condition) {
    auto evidence = evidence_of(condition);
    Query query(m_session);
    query << "SELECT " << k_columns << k_from;
    condition(query);
    query << " ORDER BY b.id";
    ObjectionRow row;
    std::vector<Objection> objections;
    row.with([&](auto&... fields) {
      query.each(
          [&] {
            objections.push_back(row.objection());
            objections.back().evidence = std::move(evidence[row.id]);
          },
          fields...);
    });
    return objections;
  }

  template <class Condition>
  std::map<long long, std::vector<EvidenceId>> evidence_of(Condition&& condition) {
    Query query(m_session);
    query << "SELECT t.objection, t.evidence FROM objection_evidence t WHERE t.objection IN (SELECT b.id" << k_from;
    condition(query);
    query << ") ORDER BY t.evidence";
    long long objection = 0, evidence = 0;
    std::map<long long, std::vector<EvidenceId>> ties;
    query.each([&] { ties[objection].push_back(EvidenceId{evidence}); }, objection, evidence);
    return ties;
  }

  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<Objections> make_objections(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlObjections>(session, locks);
}

}  // namespace mizan::storage
