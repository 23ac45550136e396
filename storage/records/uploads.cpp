// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

constexpr std::int64_t k_unknown_length = -1;
constexpr std::string_view k_columns =
    "id, account, length, metadata, file_name, declaration, section, slot, purpose, state, problem, evidence, content, "
    "created_at, expires_at, bundle";
constexpr std::string_view k_unfinished = "state IN ('open', 'complete', 'opening')";
// Refused after the last request about it had been answered: by a worker, or as a member of a ZIP.
constexpr std::string_view k_refused_unheard = "state = 'refused' AND (content <> '' OR bundle <> '')";

std::int64_t stored_length(const ResumableUpload& upload) {
  return upload.length ? static_cast<std::int64_t>(*upload.length) : k_unknown_length;
}

struct UploadRow {
  long long account = 0, length = 0, declaration = 0, evidence = 0, created = 0, expires = 0;
  std::string purpose, state;
  ResumableUpload value;

  template <class Use>
  auto with(Use&& use) {
    return use(value.id, account, length, value.metadata, value.file_name, declaration, value.section, value.slot,
               purpose, state, value.problem, evidence, value.content.hex, created, expires, value.bundle);
  }
  [[nodiscard]] ResumableUpload upload() const {
    ResumableUpload upload = value;
    upload.account = AccountId{account};
    if (length != k_unknown_length) upload.length = static_cast<std::uint64_t>(length);
    upload.declaration = DeclarationId{declaration};
    upload.purpose = stored_value<EvidencePurpose>(purpose);
    upload.state = stored_value<UploadState>(state);
    upload.evidence = EvidenceId{evidence};
    upload.created_at = instant_of(created);
    upload.expires_at = instant_of(expires);
    return upload;
  }
};

class SqlUploads final : public Uploads {
 public:
  SqlUploads(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Outcome create(const ResumableUpload& upload) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO uploads (" << k_columns << ") VALUES (" << Param(upload.id) << ", " << Param(upload.account)
            << ", " << Param(stored_length(upload)) << ", " << Param(upload.metadata) << ", " << Param(upload.file_name)
            << ", " << Param(upload.declaration) << ", " << Param(upload.section) << ", " << Param(upload.slot) << ", "
            << Param(to_text(upload.purpose)) << ", " << Param(to_text(upload.state)) << ", " << Param(upload.problem)
            << ", " << Param(upload.evidence) << ", " << Param(upload.content.hex) << ", " << Param(upload.created_at)
            << ", " << Param(upload.expires_at) << ", " << Param(upload.bundle) << ")";
      query.execute();
      return {};
    });
  }

  Result<std::optional<ResumableUpload>> find(std::string_view id, AccountId account) override {
    return guarded([&]() -> Result<std::optional<ResumableUpload>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM uploads WHERE id = " << Param(id) << " AND account = " << Param(account)
            << m_locks.hold;
      UploadRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.upload()) : std::nullopt;
    });
  }

  Result<std::optional<ResumableUpload>> find_opening(std::string_view id) override {
    return guarded([&]() -> Result<std::optional<ResumableUpload>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM uploads WHERE id = " << Param(id) << " AND state = 'opening'"
            << m_locks.hold;
      UploadRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.upload()) : std::nullopt;
    });
  }

  Outcome update(const ResumableUpload& upload) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE uploads SET length = " << Param(stored_length(upload))
            << ", state = " << Param(to_text(upload.state)) << ", problem = " << Param(upload.problem)
            << ", evidence = " << Param(upload.evidence) << ", content = " << Param(upload.content.hex)
            << " WHERE id = " << Param(upload.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Outcome remove(std::string_view id) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "DELETE FROM uploads WHERE id = " << Param(id);
      query.execute();
      return {};
    });
  }

  Result<std::vector<ResumableUpload>> unfinished(AccountId account, Instant now) override {
    return guarded([&]() -> Result<std::vector<ResumableUpload>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM uploads WHERE account = " << Param(account) << " AND (" << k_unfinished
            << " OR " << k_refused_unheard << ") AND expires_at > " << Param(now) << " ORDER BY created_at DESC, id";
      UploadRow row;
      std::vector<ResumableUpload> list;
      row.with([&](auto&... fields) { query.each([&] { list.push_back(row.upload()); }, fields...); });
      return list;
    });
  }

  Result<UploadUsage> usage(AccountId account, Instant now, std::uint64_t unknown_length) override {
    return guarded([&]() -> Result<UploadUsage> {
      Query query(m_session);
      query << "SELECT CAST(coalesce(sum(CASE WHEN state = 'open' THEN 1 ELSE 0 END), 0) AS bigint), "
               "CAST(coalesce(sum(CASE WHEN length < 0 THEN "
            << Param(static_cast<std::int64_t>(unknown_length))
            << " ELSE length END), 0) AS bigint) FROM uploads WHERE " << k_unfinished << " AND expires_at > "
            << Param(now);
      if (account.stored()) query << " AND account = " << Param(account);
      long long open = 0, bytes = 0;
      static_cast<void>(query.first(open, bytes));
      return UploadUsage{static_cast<int>(open), static_cast<std::uint64_t>(bytes)};
    });
  }

  Result<std::vector<std::string>> expired(Instant now, int limit) override {
    return guarded([&]() -> Result<std::vector<std::string>> {
      Query query(m_session);
      query << "SELECT id FROM uploads WHERE expires_at <= " << Param(now) << " ORDER BY expires_at, id LIMIT "
            << Param(limit);
      std::string id;
      std::vector<std::string> ids;
      query.each([&] { ids.push_back(id); }, id);
      return ids;
    });
  }

  Result<bool> contains(std::string_view id) override {
    return guarded([&]() -> Result<bool> {
      Query query(m_session);
      query << "SELECT count(*) FROM uploads WHERE id = " << Param(id);
      long long count = 0;
      static_cast<void>(query.first(count));
      return count > 0;
    });
  }

 private:
  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<Uploads> make_uploads(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlUploads>(session, locks);
}

}  // namespace mizan::storage
