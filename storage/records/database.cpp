// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/connecting.hpp"
#include "storage/records/migrations.hpp"
#include "storage/records/open_database.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/records.hpp"

#include <soci/soci.h>
#include <sodium.h>

#include <utility>

namespace mizan::storage {
namespace {

/// A connection of the pool, given back when it dies. SOCI's own lease waits for ever; this one for `busy`.
class Lease {
 public:
  Lease(soci::connection_pool& pool, std::size_t position) : m_pool(pool), m_position(position) {}
  ~Lease() { m_pool.give_back(m_position); }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  [[nodiscard]] soci::session& session() { return m_pool.at(m_position); }

 private:
  soci::connection_pool& m_pool;
  std::size_t m_position;
};

class RecordsTransaction final : public Transaction {
 public:
  RecordsTransaction(std::unique_ptr<Lease> lease, const Dialect& dialect, RowLocks locks)
      : m_lease(std::move(lease)),
        m_session(m_lease->session()),
        m_dialect(dialect),
        m_accounts(make_accounts(m_session)),
        m_offices(make_offices(m_session)),
        m_rounds(make_rounds(m_session, locks)),
        m_declarations(make_declarations(m_session, locks)),
        m_evidence(make_evidence_rows(m_session, locks)),
        m_findings(make_findings(m_session, locks)),
        m_scores(make_scores(m_session)),
        m_snapshots(make_snapshots(m_session)),
        m_objections(make_objections(m_session, locks)),
        m_jobs(make_jobs(m_session, dialect)),
        m_audit(make_audit(m_session)),
        m_settings(make_settings(m_session)),
        m_uploads(make_uploads(m_session, locks)),
        m_content_scans(make_content_scans(m_session)),
        m_page_prints(make_page_prints(m_session)),
        m_reports(make_reports(m_session)) {}

  ~RecordsTransaction() override {
    if (m_done) return;
    // A connection that cannot even roll back is dead; begin() replaces it before its next use.
    static_cast<void>(guarded([&]() -> Outcome {
      m_session << "ROLLBACK";
      return {};
    }));
  }
  RecordsTransaction(const RecordsTransaction&) = delete;
  RecordsTransaction& operator=(const RecordsTransaction&) = delete;

  Outcome commit() override {
    return guarded([&]() -> Outcome {
      if (!m_dialect.before_commit.empty()) m_session << std::string(m_dialect.before_commit);
      m_session << "COMMIT";
      m_done = true;
      return {};
    });
  }

  Accounts& accounts() override { return *m_accounts; }
  Offices& offices() override { return *m_offices; }
  Rounds& rounds() override { return *m_rounds; }
  Declarations& declarations() override { return *m_declarations; }
  EvidenceRows& evidence() override { return *m_evidence; }
  Findings& findings() override { return *m_findings; }
  Scores& scores() override { return *m_scores; }
  Snapshots& snapshots() override { return *m_snapshots; }
  Objections& objections() override { return *m_objections; }
  Jobs& jobs() override { return *m_jobs; }
  Audit& audit() override { return *m_audit; }
  Settings& settings() override { return *m_settings; }
  Uploads& uploads() override { return *m_uploads; }
  ContentScans& content_scans() override { return *m_content_scans; }
  PagePrints& page_prints() override { return *m_page_prints; }
  Reports& reports() override { return *m_reports; }

 private:
  std::unique_ptr<Lease> m_lease;
  soci::session& m_session;
  const Dialect& m_dialect;
  std::unique_ptr<Accounts> m_accounts;
  std::unique_ptr<Offices> m_offices;
  std::unique_ptr<Rounds> m_rounds;
  std::unique_ptr<Declarations> m_declarations;
  std::unique_ptr<EvidenceRows> m_evidence;
  std::unique_ptr<Findings> m_findings;
  std::unique_ptr<Scores> m_scores;
  std::unique_ptr<Snapshots> m_snapshots;
  std::unique_ptr<Objections> m_objections;
  std::unique_ptr<Jobs> m_jobs;
  std::unique_ptr<Audit> m_audit;
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<Uploads> m_uploads;
  std::unique_ptr<ContentScans> m_content_scans;
  std::unique_ptr<PagePrints> m_page_prints;
  std::unique_ptr<Reports> m_reports;
  bool m_done = false;
};

class RecordsDatabase final : public Database {
 public:
  RecordsDatabase(Target target, DatabaseOptions options)
      : m_target(std::move(target)), m_options(std::move(options)), m_pool(m_options.connections) {}

  Outcome open() {
    return guarded([&]() -> Outcome {
      for (std::size_t i = 0; i < m_options.connections; ++i) connect(m_pool.at(i), m_target, m_options);
      auto& first = m_pool.at(0);
      lift_answer_limit(first, m_target);
      if (auto migrated = migrate(first, *m_target.dialect); !migrated) return migrated;
      set_answer_limit(first, m_target, m_options);
      return {};
    });
  }

  std::string_view kind() const override { return m_target.dialect->name; }

 protected:
  Result<std::unique_ptr<Transaction>> begin(Access access) override {
    std::size_t position = 0;
    if (!m_pool.try_lease(position, static_cast<int>(m_options.busy.count())))
      return fail("storage.busy", "every connection of the pool is in use");
    auto lease = std::make_unique<Lease>(m_pool, position);
    const std::string statement(access == Access::read ? m_target.dialect->begin_read : m_target.dialect->begin_write);
    auto begun = begin_on(lease->session(), statement);
    if (!begun && begun.error().code == ProblemCode("storage.unavailable")) {
      // The server went away since the last transaction: one fresh connection, one more try.
      if (auto fresh = reconnect(lease->session()); !fresh) return fail(std::move(fresh.error()));
      begun = begin_on(lease->session(), statement);
    }
    if (!begun) return fail(std::move(begun.error()));
    const auto& dialect = *m_target.dialect;
    const auto locks = access == Access::write ? RowLocks{dialect.hold_rows, dialect.share_rows} : RowLocks{};
    return std::make_unique<RecordsTransaction>(std::move(lease), dialect, locks);
  }

 private:
  static Outcome begin_on(soci::session& session, const std::string& statement) {
    return guarded([&]() -> Outcome {
      session << statement;
      return {};
    });
  }

  Outcome reconnect(soci::session& session) {
    return guarded([&]() -> Outcome {
      connect(session, m_target, m_options);
      return {};
    });
  }

  Target m_target;
  DatabaseOptions m_options;
  soci::connection_pool m_pool;
};

}  // namespace

Result<std::unique_ptr<Database>> open_database(const DatabaseOptions& options) {
  if (sodium_init() < 0) return fail("server.internal", "libsodium does not start");
  auto target = target_of(options);
  if (!target) return fail(std::move(target.error()));
  auto database = std::make_unique<RecordsDatabase>(std::move(*target), options);
  if (auto opened = database->open(); !opened) return fail(std::move(opened.error()));
  return std::unique_ptr<Database>(std::move(database));
}

}  // namespace mizan::storage
