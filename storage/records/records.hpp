// SPDX-License-Identifier: GPL-3.0-or-later
// The makers of the stores over one open SOCI session; one source file per noun holds its SQL.
#pragma once

#include "storage/api/database.hpp"
#include "storage/records/dialect.hpp"
#include "storage/records/query.hpp"

#include <memory>

namespace mizan::storage {

// Each store borrows the session for as long as its transaction lives.
[[nodiscard]] std::unique_ptr<Accounts> make_accounts(soci::session& session);
[[nodiscard]] std::unique_ptr<Offices> make_offices(soci::session& session);
[[nodiscard]] std::unique_ptr<Rounds> make_rounds(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<Declarations> make_declarations(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<EvidenceRows> make_evidence_rows(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<Findings> make_findings(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<Scores> make_scores(soci::session& session);
[[nodiscard]] std::unique_ptr<Snapshots> make_snapshots(soci::session& session);
[[nodiscard]] std::unique_ptr<Objections> make_objections(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<Jobs> make_jobs(soci::session& session, const Dialect& dialect);
[[nodiscard]] std::unique_ptr<Audit> make_audit(soci::session& session);
[[nodiscard]] std::unique_ptr<Settings> make_settings(soci::session& session);
[[nodiscard]] std::unique_ptr<Uploads> make_uploads(soci::session& session, RowLocks locks);
[[nodiscard]] std::unique_ptr<ContentScans> make_content_scans(soci::session& session);
[[nodiscard]] std::unique_ptr<PagePrints> make_page_prints(soci::session& session);
[[nodiscard]] std::unique_ptr<Reports> make_reports(soci::session& session);

}  // namespace mizan::storage
