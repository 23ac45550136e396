// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/office_row.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/queue_filter.hpp"
#include "storage/records/records.hpp"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace mizan::storage {
namespace {

using nlohmann::json;

constexpr std::string_view k_latest_revision =
    " AND s.revision = (SELECT max(t.revision) FROM scores t WHERE t.declaration = s.declaration AND t.section = "
    "s.section)";

/// The columns of an objection in its list, without those of the office.
struct ObjectionRow {
  long long id = 0, snapshot = 0, declaration = 0, filed_by = 0, filed_at = 0, round = 0, maximum = 0;
  std::string state, sections;
  Objection value;

  [[nodiscard]] ObjectionItem item(const Office& office) const {
    ObjectionItem item{value, RoundId{round}, office, {}, Points{maximum}, {}};
    item.objection.id = ObjectionId{id};
    item.objection.snapshot = SnapshotId{snapshot};
    item.objection.declaration = DeclarationId{declaration};
    item.objection.filed_by = AccountId{filed_by};
    item.objection.filed_at = instant_of(filed_at);
    item.objection.state = stored_value<ObjectionState>(state);
    item.points = Points{json::parse(sections).value(value.section, std::int64_t{0})};
    return item;
  }
};

void append_objections(Query& query, std::string_view joins, const ObjectionFilter& filter, const Scope& scope) {
  query << " FROM objections b JOIN declarations d ON d.id = b.declaration JOIN offices o ON o.id = d.office " << joins
        << " WHERE ";
  append_scope(query, scope, "o");
  if (filter.round.stored()) query << " AND d.round = " << Param(filter.round);
  if (filter.declaration.stored()) query << " AND b.declaration = " << Param(filter.declaration);
  if (filter.state) query << " AND b.state = " << Param(to_text(*filter.state));
}

class SqlReports final : public Reports {
 public:
  explicit SqlReports(soci::session& session) : m_session(session) {}

  Result<std::vector<DeclaredOffice>> declared_offices(RoundId round) override {
    return guarded([&]() -> Result<std::vector<DeclaredOffice>> {
      Query query(m_session);
      query << "SELECT d.id, d.status, d.receipt_number, d.submitted_at, " << k_office_columns
            << " FROM declarations d JOIN offices o ON o.id = d.office WHERE d.round = " << Param(round)
            << " ORDER BY d.id";
      long long id = 0, submitted = 0;
      std::string status, receipt;
      OfficeRow office;
      std::vector<DeclaredOffice> all;
      office.with([&](auto&... fields) {
        query.each(
            [&] {
              all.push_back({{DeclarationId{id}, round, OfficeId{office.id}, stored_value<DeclarationStatus>(status),
                              receipt, optional_instant(submitted)},
                             office.office()});
            },
            id, status, receipt, submitted, fields...);
      });
      return all;
    });
  }

  Result<std::map<OfficeId, DeclarationId>> earlier_declarations(RoundId round) override {
    return guarded([&]() -> Result<std::map<OfficeId, DeclarationId>> {
      Query query(m_session);
      query << "SELECT p.office, max(p.id) FROM declarations d JOIN declarations p ON p.office = d.office AND p.round "
               "< d.round AND "
               "p.status IN ('submitted', 'carried_over') WHERE d.round = "
            << Param(round) << " AND d.status = 'open' GROUP BY p.office";
      long long office = 0, declaration = 0;
      std::map<OfficeId, DeclarationId> earlier;
      query.each([&] { earlier[OfficeId{office}] = DeclarationId{declaration}; }, office, declaration);
      return earlier;
    });
  }

  Result<std::vector<SectionPoints>> latest_points(RoundId round) override {
    return guarded([&]() -> Result<std::vector<SectionPoints>> {
      Query query(m_session);
      query << "SELECT s.declaration, s.section, s.points, s.maximum FROM declarations d JOIN scores s ON "
               "s.declaration = d.id "
               "WHERE d.round = "
            << Param(round) << k_latest_revision;
      long long declaration = 0, points = 0, maximum = 0;
      std::string section;
      std::vector<SectionPoints> all;
      query.each([&] { all.push_back({DeclarationId{declaration}, section, Points{points}, Points{maximum}}); },
                 declaration, section, points, maximum);
      return all;
    });
  }

  Result<std::vector<ScoreRevision>> latest_scores(RoundId round) override {
    return guarded([&]() -> Result<std::vector<ScoreRevision>> {
      Query query(m_session);
      query << "SELECT s.id, s.declaration, s.section, s.revision, s.score, s.criterion_version, s.cause, s.at FROM "
               "declarations d "
               "JOIN scores s ON s.declaration = d.id WHERE d.round = "
            << Param(round) << k_latest_revision << " ORDER BY s.declaration, s.section";
      long long id = 0, declaration = 0, number = 0, at = 0;
      std::string section, score, version, cause;
      std::vector<ScoreRevision> revisions;
      query.each(
          [&] {
            revisions.push_back({ScoreId{id}, DeclarationId{declaration}, section, static_cast<int>(number),
                                 section_score_from_json(json::parse(score)), version, cause, instant_of(at)});
          },
          id, declaration, section, number, score, version, cause, at);
      return revisions;
    });
  }

  Result<std::map<int, int>> submissions_per_day(RoundId round, Instant first_midnight) override {
    return guarded([&]() -> Result<std::map<int, int>> {
      Query query(m_session);
      query << "SELECT n.day, count(*) FROM (SELECT (submitted_at - " << Param(first_midnight)
            << ") / 86400000 AS day FROM declarations WHERE round = " << Param(round)
            << " AND status = 'submitted' AND submitted_at > 0) n GROUP BY n.day";
      long long day = 0, number = 0;
      std::map<int, int> days;
      query.each([&] { days[static_cast<int>(day)] = static_cast<int>(number); }, day, number);
      return days;
    });
  }

  Result<std::set<std::string>> pending_keys(std::string_view kind) override {
    return guarded([&]() -> Result<std::set<std::string>> {
      Query query(m_session);
      query << "SELECT DISTINCT job_key FROM jobs WHERE kind = " << Param(kind)
            << " AND state IN ('waiting', 'running')";
      std::string key;
      std::set<std::string> keys;
      query.each([&] { keys.insert(key); }, key);
      return keys;
    });
  }

  Result<std::vector<RankCount>> rank_counts(const RankFilter& filter) override {
    return guarded([&]() -> Result<std::vector<RankCount>> {
      Query query(m_session);
      query << "SELECT o.province, o.city, r.rank, count(*), sum(r.held) FROM ranks r JOIN offices o ON o.id = "
               "r.office WHERE "
               "r.snapshot = "
            << Param(filter.snapshot);
      if (!filter.province.empty()) query << " AND o.province = " << Param(filter.province);
      if (!filter.city.empty()) query << " AND o.city = " << Param(filter.city);
      if (filter.kind) query << " AND o.kind = " << Param(to_text(*filter.kind));
      query << " GROUP BY o.province, o.city, r.rank ORDER BY o.province, o.city, r.rank";
      RankCount count;
      long long rank = 0, offices = 0, held = 0;
      std::vector<RankCount> all;
      query.each(
          [&] {
            count.rank = Rank{static_cast<int>(rank)};
            count.offices = static_cast<int>(offices);
            count.held = static_cast<int>(held);
            all.push_back(count);
          },
          count.province, count.city, rank, offices, held);
      return all;
    });
  }

  Result<std::vector<OfficeStanding>> office_standings(const OfficeFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<OfficeStanding>> {
      Query query(m_session);
      query << "SELECT coalesce(d.status, ''), (SELECT count(*) FROM findings f WHERE f.declaration = d.id AND f.state "
               "IN "
               "('open', 'clarifying')), coalesce((SELECT r.rank FROM snapshots s JOIN ranks r ON r.snapshot = s.id "
               "WHERE "
               "s.round = d.round AND r.office = o.id ORDER BY s.id DESC LIMIT 1), 0), "
            << k_office_columns << " FROM (SELECT o.*";
      append_office_filter(query, filter, scope);
      query << " ORDER BY o.province, o.city, o.name, o.id LIMIT " << Param(filter.page_size) << " OFFSET "
            << Param(static_cast<std::int64_t>(filter.page) * filter.page_size)
            << ") o LEFT JOIN declarations d ON d.office = o.id AND d.round = (SELECT max(n.round) FROM declarations n "
               "WHERE "
               "n.office = o.id) ORDER BY o.province, o.city, o.name, o.id";
      std::string status;
      long long open = 0, rank = 0;
      OfficeRow office;
      std::vector<OfficeStanding> all;
      office.with([&](auto&... fields) {
        query.each(
            [&] {
              OfficeStanding standing{office.office(), {}, static_cast<int>(open), Rank{static_cast<int>(rank)}};
              if (!status.empty()) standing.status = stored_value<DeclarationStatus>(status);
              all.push_back(std::move(standing));
            },
            status, open, rank, fields...);
      });
      return all;
    });
  }

  Result<std::vector<QueueCount>> queue_counts(const QueueFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<QueueCount>> {
      Query query(m_session);
      query << "SELECT f.section, f.document_type, o.province, o.city, count(*)";
      append_queue(query, filter, scope);
      query << " GROUP BY f.section, f.document_type, o.province, o.city ORDER BY o.province, o.city, f.section, "
               "f.document_type";
      QueueCount row;
      long long number = 0;
      std::vector<QueueCount> all;
      query.each(
          [&] {
            row.count = static_cast<int>(number);
            all.push_back(row);
          },
          row.section, row.document_type, row.province, row.city, number);
      return all;
    });
  }

  Result<std::vector<ObjectionItem>> objections(const ObjectionFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<ObjectionItem>> {
      auto items = objection_rows(filter, scope);
      std::unordered_map<long long, ObjectionItem*> by_id;
      for (auto& item : items) by_id[item.objection.id.value] = &item;
      add_evidence(filter, scope, by_id);
      add_rulings(filter, scope, by_id);
      return items;
    });
  }

 private:
  std::vector<ObjectionItem> objection_rows(const ObjectionFilter& filter, const Scope& scope) {
    Query query(m_session);
    query << "SELECT b.id, b.snapshot, b.declaration, b.section, b.reasons, b.receipt_number, b.state, b.filed_by, "
             "b.filed_at, "
             "d.round, coalesce(r.sections, '{}'), coalesce((SELECT s.maximum FROM scores s WHERE s.declaration = "
             "b.declaration "
             "AND s.section = b.section ORDER BY s.revision DESC LIMIT 1), 0), "
          << k_office_columns;
    append_objections(query, "LEFT JOIN ranks r ON r.snapshot = b.snapshot AND r.office = d.office", filter, scope);
    query << " ORDER BY b.id";
    ObjectionRow row;
    OfficeRow office;
    std::vector<ObjectionItem> items;
    office.with([&](auto&... fields) {
      query.each([&] { items.push_back(row.item(office.office())); }, row.id, row.snapshot, row.declaration,
                 row.value.section, row.value.reasons, row.value.receipt_number, row.state, row.filed_by, row.filed_at,
                 row.round, row.sections, row.maximum, fields...);
    });
    return items;
  }

  void add_evidence(const ObjectionFilter& filter, const Scope& scope,
                    std::unordered_map<long long, ObjectionItem*>& by_id) {
    Query query(m_session);
    query << "SELECT b.id, e.evidence";
    append_objections(query, "JOIN objection_evidence e ON e.objection = b.id", filter, scope);
    query << " ORDER BY e.evidence";
    long long objection = 0, evidence = 0;
    query.each([&] { by_id.at(objection)->objection.evidence.push_back(EvidenceId{evidence}); }, objection, evidence);
  }

  void add_rulings(const ObjectionFilter& filter, const Scope& scope,
                   std::unordered_map<long long, ObjectionItem*>& by_id) {
    Query query(m_session);
    query << "SELECT b.id, u.reading, u.reader, u.outcome, u.has_points, u.points, u.reasons, u.at";
    append_objections(query, "JOIN rulings u ON u.objection = b.id", filter, scope);
    query << " ORDER BY u.reading";
    long long objection = 0, reading = 0, reader = 0, has_points = 0, points = 0, at = 0;
    std::string outcome, reasons;
    query.each(
        [&] {
          by_id.at(objection)->rulings.push_back({ObjectionId{objection}, static_cast<int>(reading), AccountId{reader},
                                                  stored_value<RulingOutcome>(outcome),
                                                  has_points != 0 ? std::optional(Points{points}) : std::nullopt,
                                                  reasons, instant_of(at)});
        },
        objection, reading, reader, outcome, has_points, points, reasons, at);
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Reports> make_reports(soci::session& session) {
  return std::make_unique<SqlReports>(session);
}

}  // namespace mizan::storage
