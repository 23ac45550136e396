// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

class SqlContentScans final : public ContentScans {
 public:
  explicit SqlContentScans(soci::session& session) : m_session(session) {}

  Outcome save(const ContentScan& scan) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO content_scans (content, verdict, signature, engine, at) VALUES (" << Param(scan.content.hex)
            << ", " << Param(to_text(scan.verdict)) << ", " << Param(scan.signature) << ", " << Param(scan.engine)
            << ", " << Param(scan.at)
            << ") ON CONFLICT (content) DO UPDATE SET verdict = excluded.verdict, signature = excluded.signature, "
               "engine = excluded.engine, at = excluded.at WHERE content_scans.verdict <> 'infected'";
      query.execute();
      return {};
    });
  }

  Result<std::optional<ContentScan>> find(const ContentHash& content) override {
    return guarded([&]() -> Result<std::optional<ContentScan>> {
      Query query(m_session);
      query << "SELECT verdict, signature, engine, at FROM content_scans WHERE content = " << Param(content.hex);
      ContentScan scan;
      std::string verdict;
      long long at = 0;
      if (!query.first(verdict, scan.signature, scan.engine, at)) return std::nullopt;
      scan.content = content;
      scan.verdict = stored_value<ScanVerdict>(verdict);
      scan.at = instant_of(at);
      return scan;
    });
  }

 private:
  soci::session& m_session;
};

}  // namespace

std::unique_ptr<ContentScans> make_content_scans(soci::session& session) {
  return std::make_unique<SqlContentScans>(session);
}

}  // namespace mizan::storage
