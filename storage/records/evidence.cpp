// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

constexpr std::string_view k_columns =
    "e.id, e.declaration, e.section, e.slot, e.purpose, e.content, e.file_name, e.media_type, e.bytes, e.pages, "
    "e.status, "
    "e.problem, e.uploaded_by, e.uploaded_at";
constexpr std::string_view k_from =
    " FROM evidence e JOIN declarations d ON d.id = e.declaration JOIN offices o ON o.id = d.office WHERE ";

struct EvidenceRow {
  long long id = 0, declaration = 0, bytes = 0, pages = 0, uploaded_by = 0, uploaded = 0;
  std::string purpose, status;
  Evidence value;

  template <class Use>
  auto with(Use&& use) {
    return use(id, declaration, value.section, value.slot, purpose, value.content.hex, value.file_name,
               value.media_type, bytes, pages, status, value.problem, uploaded_by, uploaded);
  }
  [[nodiscard]] Evidence evidence() const {
    Evidence evidence = value;
    evidence.id = EvidenceId{id};
    evidence.declaration = DeclarationId{declaration};
    evidence.purpose = stored_value<EvidencePurpose>(purpose);
    evidence.status = stored_value<EvidenceStatus>(status);
    evidence.bytes = static_cast<std::uint64_t>(bytes);
    evidence.pages = static_cast<int>(pages);
    evidence.uploaded_by = AccountId{uploaded_by};
    evidence.uploaded_at = instant_of(uploaded);
    return evidence;
  }
};

class SqlEvidenceRows final : public EvidenceRows {
 public:
  SqlEvidenceRows(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Result<EvidenceId> create(const Evidence& evidence) override {
    return guarded([&]() -> Result<EvidenceId> {
      Query query(m_session);
      query << "INSERT INTO evidence (declaration, section, slot, purpose, content, file_name, media_type, bytes, "
               "pages, status, "
               "problem, uploaded_by, uploaded_at) VALUES ("
            << Param(evidence.declaration) << ", " << Param(evidence.section) << ", " << Param(evidence.slot) << ", "
            << Param(to_text(evidence.purpose)) << ", " << Param(evidence.content.hex) << ", "
            << Param(evidence.file_name) << ", " << Param(evidence.media_type) << ", "
            << Param(static_cast<std::int64_t>(evidence.bytes)) << ", " << Param(evidence.pages) << ", "
            << Param(to_text(evidence.status)) << ", " << Param(evidence.problem) << ", " << Param(evidence.uploaded_by)
            << ", " << Param(evidence.uploaded_at) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return EvidenceId{id};
    });
  }

  Outcome update(const Evidence& evidence) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE evidence SET status = " << Param(to_text(evidence.status))
            << ", problem = " << Param(evidence.problem) << ", pages = " << Param(evidence.pages)
            << ", media_type = " << Param(evidence.media_type) << " WHERE id = " << Param(evidence.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Evidence>> find(EvidenceId id, const Scope& scope) override {
    return guarded([&]() -> Result<std::optional<Evidence>> {
      hold_declaration(m_session, m_locks, "evidence", id.value);
      Query query(m_session);
      query << "SELECT " << k_columns << k_from << "e.id = " << Param(id) << " AND ";
      append_scope(query, scope, "o");
      EvidenceRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.evidence()) : std::nullopt;
    });
  }

  Result<std::vector<Evidence>> list(DeclarationId declaration, std::string_view section, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<Evidence>> {
      Query query(m_session);
      query << "SELECT " << k_columns << k_from << "e.status <> 'removed' AND e.declaration = " << Param(declaration)
            << " AND ";
      append_scope(query, scope, "o");
      if (!section.empty()) query << " AND e.section = " << Param(section);
      query << " ORDER BY e.id";
      EvidenceRow row;
      std::vector<Evidence> list;
      row.with([&](auto&... fields) { query.each([&] { list.push_back(row.evidence()); }, fields...); });
      return list;
    });
  }

  Result<std::vector<EvidenceUse>> uses(const ContentHash& content, int limit) override {
    return guarded([&]() -> Result<std::vector<EvidenceUse>> {
      Query query(m_session);
      query << "SELECT " << k_columns << ", d.office, d.round" << k_from
            << "e.status <> 'removed' AND e.content = " << Param(content.hex) << " ORDER BY e.id LIMIT "
            << Param(limit);
      EvidenceRow row;
      long long office = 0, round = 0;
      std::vector<EvidenceUse> list;
      row.with([&](auto&... fields) {
        query.each([&] { list.push_back({row.evidence(), OfficeId{office}, RoundId{round}}); }, fields..., office,
                   round);
      });
      return list;
    });
  }

  Result<std::optional<StoredReading>> find_reading(const ContentHash& content,
                                                    std::string_view reader_version) override {
    return reading(content, [&](Query& query) { query << " AND reader_version = " << Param(reader_version); });
  }

  Result<std::optional<StoredReading>> latest_reading(const ContentHash& content) override {
    return reading(content, [](Query& query) { query << " ORDER BY at DESC, reader_version DESC LIMIT 1"; });
  }

  Outcome save_reading(const StoredReading& reading) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO readings (content, reader_version, reading, page_images, at) VALUES ("
            << Param(reading.content.hex) << ", " << Param(reading.reader_version) << ", " << Param(reading.reading.hex)
            << ", " << Param(reading.page_images.hex) << ", " << Param(reading.at) << ") ON CONFLICT DO NOTHING";
      query.execute();
      return {};
    });
  }

  Result<bool> is_blob_known(const ContentHash& content) override {
    return guarded([&]() -> Result<bool> {
      Query query(m_session);
      query << "SELECT (SELECT count(*) FROM evidence WHERE content = " << Param(content.hex)
            << ") + (SELECT count(*) FROM readings WHERE reading = " << Param(content.hex)
            << " OR page_images = " << Param(content.hex)
            << ") + (SELECT count(*) FROM snapshots WHERE content = " << Param(content.hex) << ")";
      long long count = 0;
      static_cast<void>(query.first(count));
      return count > 0;
    });
  }

 private:
  template <class Rest>
  Result<std::optional<StoredReading>> reading(const ContentHash& content, Rest&& rest) {
    return guarded([&]() -> Result<std::optional<StoredReading>> {
      Query query(m_session);
      query << "SELECT reader_version, reading, page_images, at FROM readings WHERE content = " << Param(content.hex);
      rest(query);
      StoredReading stored;
      long long at = 0;
      if (!query.first(stored.reader_version, stored.reading.hex, stored.page_images.hex, at)) return std::nullopt;
      stored.content = content;
      stored.at = instant_of(at);
      return stored;
    });
  }

  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<EvidenceRows> make_evidence_rows(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlEvidenceRows>(session, locks);
}

}  // namespace mizan::storage
