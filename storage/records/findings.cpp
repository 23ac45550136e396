// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/office_row.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/queue_filter.hpp"
#include "storage/records/records.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mizan::storage {
namespace {

constexpr std::string_view k_columns =
    "f.id, f.evidence, f.declaration, f.section, f.slot, f.claim, f.agreement, f.page, f.x0, f.y0, f.x1, f.y1, f.read, "
    "f.confidence, "
    "f.reason, f.state, f.explanation, f.at";
constexpr std::string_view k_from =
    " FROM findings f JOIN declarations d ON d.id = f.declaration JOIN offices o ON o.id = d.office WHERE ";
struct FindingRow {
  long long id = 0, evidence = 0, declaration = 0, page = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0, confidence = 0, at = 0;
  std::string claim, agreement, state;
  Finding value;

  template <class Use>
  auto with(Use&& use) {
    return use(id, evidence, declaration, value.section, value.slot, claim, agreement, page, x0, y0, x1, y1,
               value.verdict.read, confidence, value.verdict.reason, state, value.explanation, at);
  }
  [[nodiscard]] Finding finding() const {
    Finding finding = value;
    finding.id = FindingId{id};
    finding.evidence = EvidenceId{evidence};
    finding.declaration = DeclarationId{declaration};
    finding.claim = claim_from_json(nlohmann::json::parse(claim));
    finding.verdict.claim_id = finding.claim.id;
    finding.verdict.agreement = stored_value<Agreement>(agreement);
    finding.verdict.page = static_cast<int>(page);
    finding.verdict.box = {static_cast<int>(x0), static_cast<int>(y0), static_cast<int>(x1), static_cast<int>(y1)};
    finding.verdict.confidence = static_cast<int>(confidence);
    finding.state = stored_value<FindingState>(state);
    finding.at = instant_of(at);
    return finding;
  }
};

/// The middle of the measured times, the lower one of two; 0 when nothing was measured.
int median_seconds(std::vector<long long> took_ms) {
  if (took_ms.empty()) return 0;
  const auto middle = took_ms.begin() + static_cast<std::ptrdiff_t>((took_ms.size() - 1) / 2);
  std::nth_element(took_ms.begin(), middle, took_ms.end());
  return static_cast<int>((*middle + 500) / 1000);
}

class SqlFindings final : public Findings {
 public:
  SqlFindings(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Result<std::vector<FindingId>> replace(EvidenceId evidence, const std::vector<Finding>& findings) override {
    return guarded([&]() -> Result<std::vector<FindingId>> {
      Query supersede(m_session);
      supersede << "UPDATE findings SET state = 'superseded' WHERE state <> 'superseded' AND evidence = "
                << Param(evidence);
      supersede.execute();
      std::vector<FindingId> ids;
      ids.reserve(findings.size());
      for (const auto& finding : findings) ids.push_back(insert(evidence, finding));
      return ids;
    });
  }

  Outcome update(const Finding& finding) override {
    return guarded([&]() -> Outcome {
      const auto& verdict = finding.verdict;
      Query query(m_session);
      query << "UPDATE findings SET state = " << Param(to_text(finding.state))
            << ", agreement = " << Param(to_text(verdict.agreement)) << ", page = " << Param(verdict.page)
            << ", x0 = " << Param(verdict.box.x0) << ", y0 = " << Param(verdict.box.y0)
            << ", x1 = " << Param(verdict.box.x1) << ", y1 = " << Param(verdict.box.y1)
            << ", read = " << Param(verdict.read) << ", confidence = " << Param(verdict.confidence)
            << ", reason = " << Param(verdict.reason) << ", explanation = " << Param(finding.explanation)
            << " WHERE id = " << Param(finding.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Finding>> find(FindingId id, const Scope& scope) override {
    return guarded([&]() -> Result<std::optional<Finding>> {
      hold_declaration(m_session, m_locks, "findings", id.value);
      Query query(m_session);
      query << "SELECT " << k_columns << k_from << "f.id = " << Param(id) << " AND ";
      append_scope(query, scope, "o");
      FindingRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.finding()) : std::nullopt;
    });
  }

  Result<std::vector<Finding>> of_evidence(EvidenceId evidence, const Scope& scope) override {
    return standing(scope, [&](Query& query) { query << "f.evidence = " << Param(evidence); });
  }

  Result<std::vector<Finding>> of_declaration(DeclarationId declaration, const Scope& scope) override {
    return standing(scope, [&](Query& query) { query << "f.declaration = " << Param(declaration); });
  }

  Result<std::vector<QueueItem>> queue(const QueueFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<QueueItem>> {
      Query query(m_session);
      query << "SELECT d.round, " << k_columns << ", " << k_office_columns;
      append_queue(query, filter, scope);
      if (filter.after.stored())
        query << " AND (d.round, d.office, f.id) > (SELECT e.round, e.office, g.id FROM findings g JOIN declarations e "
                 "ON e.id = "
                 "g.declaration WHERE g.id = "
              << Param(filter.after) << ")";
      query << " ORDER BY d.round, d.office, f.id LIMIT " << Param(filter.limit);
      long long round = 0;
      FindingRow finding;
      OfficeRow office;
      std::vector<QueueItem> items;
      finding.with([&](auto&... of_finding) {
        office.with([&](auto&... of_office) {
          query.each([&] { items.push_back({finding.finding(), office.office(), RoundId{round}}); }, round,
                     of_finding..., of_office...);
        });
      });
      return items;
    });
  }

  Result<int> queue_size(const QueueFilter& filter, const Scope& scope) override {
    return guarded([&]() -> Result<int> {
      Query query(m_session);
      query << "SELECT count(*)";
      append_queue(query, filter, scope);
      long long count = 0;
      static_cast<void>(query.first(count));
      return static_cast<int>(count);
    });
  }

  Result<QueueStats> stats(AccountId expert, Instant day_start, const Scope& scope) override {
    auto waiting = queue_size(QueueFilter{}, scope);
    if (!waiting) return fail(std::move(waiting.error()));
    return guarded([&]() -> Result<QueueStats> {
      Query query(m_session);
      query << "SELECT c.kind, c.at, c.took FROM decisions c JOIN findings f ON f.id = c.finding JOIN declarations d "
               "ON d.id = "
               "f.declaration JOIN offices o ON o.id = d.office WHERE c.undone_at = 0 AND c.expert = "
            << Param(expert) << " AND ";
      append_scope(query, scope, "o");
      std::string kind;
      long long at = 0, took = 0;
      int ruled = 0, followed = 0;
      std::vector<long long> times;
      QueueStats stats;
      stats.waiting = *waiting;
      query.each(
          [&] {
            if (kind != "clarification") ++ruled;
            if (kind == "document") ++followed;
            if (instant_of(at) < day_start) return;
            ++stats.decided_today;
            if (took > 0) times.push_back(took);
          },
          kind, at, took);
      stats.median_seconds = median_seconds(std::move(times));
      stats.decisions = ruled;
      stats.agreement_per_mille = ruled == 0 ? 0 : followed * 1000 / ruled;
      return stats;
    });
  }

  Result<DecisionId> add_decision(const Decision& decision) override {
    return guarded([&]() -> Result<DecisionId> {
      Query query(m_session);
      query << "INSERT INTO decisions (finding, expert, kind, note, at, undone_at, took) VALUES ("
            << Param(decision.finding) << ", " << Param(decision.expert) << ", " << Param(to_text(decision.kind))
            << ", " << Param(decision.note) << ", " << Param(decision.at) << ", " << Param(decision.undone_at) << ", "
            << Param(static_cast<std::int64_t>(decision.took.count())) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return DecisionId{id};
    });
  }

  Result<std::vector<Decision>> decisions_of(FindingId finding) override {
    return guarded([&]() -> Result<std::vector<Decision>> {
      Query query(m_session);
      query << "SELECT id, expert, kind, note, at, undone_at, took FROM decisions WHERE finding = " << Param(finding)
            << " ORDER BY id";
      long long id = 0, expert = 0, at = 0, undone = 0, took = 0;
      std::string kind, note;
      std::vector<Decision> decisions;
      query.each(
          [&] {
            decisions.push_back({DecisionId{id}, finding, AccountId{expert}, stored_value<DecisionKind>(kind), note,
                                 instant_of(at), optional_instant(undone), milliseconds(took)});
          },
          id, expert, kind, note, at, undone, took);
      return decisions;
    });
  }

  Outcome undo_decision(DecisionId decision, Instant at) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE decisions SET undone_at = " << Param(at) << " WHERE undone_at = 0 AND id = " << Param(decision);
      if (query.execute() != 1) return fail("storage.conflict", "the decision does not exist or has been undone");
      return {};
    });
  }

 private:
  FindingId insert(EvidenceId evidence, const Finding& finding) {
    const auto& verdict = finding.verdict;
    Query query(m_session);
    query << "INSERT INTO findings (evidence, declaration, section, slot, document_type, claim, agreement, page, x0, "
             "y0, x1, y1, "
             "read, confidence, reason, state, explanation, at) VALUES ("
          << Param(evidence) << ", " << Param(finding.declaration) << ", " << Param(finding.section) << ", "
          << Param(finding.slot) << ", " << Param(finding.claim.document_type) << ", "
          << Param(to_json(finding.claim).dump()) << ", " << Param(to_text(verdict.agreement)) << ", "
          << Param(verdict.page) << ", " << Param(verdict.box.x0) << ", " << Param(verdict.box.y0) << ", "
          << Param(verdict.box.x1) << ", " << Param(verdict.box.y1) << ", " << Param(verdict.read) << ", "
          << Param(verdict.confidence) << ", " << Param(verdict.reason) << ", " << Param(to_text(finding.state)) << ", "
          << Param(finding.explanation) << ", " << Param(finding.at) << ") RETURNING id";
    long long id = 0;
    static_cast<void>(query.first(id));
    return FindingId{id};
  }

  template <class Condition>
  Result<std::vector<Finding>> standing(const Scope& scope, Condition&& condition) {
    return guarded([&]() -> Result<std::vector<Finding>> {
      Query query(m_session);
      query << "SELECT " << k_columns << k_from << "f.state <> 'superseded' AND ";
      condition(query);
      query << " AND ";
      append_scope(query, scope, "o");
      query << " ORDER BY f.id";
      FindingRow row;
      std::vector<Finding> findings;
      row.with([&](auto&... fields) { query.each([&] { findings.push_back(row.finding()); }, fields...); });
      return findings;
    });
  }

  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<Findings> make_findings(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlFindings>(session, locks);
}

}  // namespace mizan::storage
