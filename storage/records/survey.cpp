// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/connecting.hpp"
#include "storage/records/open_survey.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"

#include <utility>

namespace mizan::storage {
namespace {

class SqlSurvey final : public Survey {
 public:
  SqlSurvey(Target target, DatabaseOptions options) : m_target(std::move(target)), m_options(std::move(options)) {}

  Outcome open() {
    return guarded([&]() -> Outcome {
      connect(m_session, m_target, m_options);
      return {};
    });
  }

  Result<std::vector<WaitingUpload>> waiting_uploads(Instant now) override {
    return asked([&] {
      Query query(m_session);
      query << "SELECT id, account FROM uploads WHERE state IN ('open', 'complete') AND expires_at > " << Param(now)
            << " ORDER BY id";
      std::string id;
      long long account = 0;
      std::vector<WaitingUpload> uploads;
      query.each([&] { uploads.push_back({id, AccountId{account}}); }, id, account);
      return uploads;
    });
  }

  Result<std::vector<KeptDocument>> documents(EvidenceId after, int limit) override {
    return asked([&] {
      Query query(m_session);
      query
          << "SELECT e.id, e.content, e.file_name, o.name, o.licence_no FROM evidence e JOIN declarations d ON d.id = "
             "e.declaration JOIN offices o ON o.id = d.office WHERE e.status <> 'removed' AND e.id > "
          << Param(after) << " ORDER BY e.id LIMIT " << Param(limit);
      long long id = 0;
      KeptDocument row;
      std::vector<KeptDocument> documents;
      query.each(
          [&] {
            row.id = EvidenceId{id};
            documents.push_back(row);
          },
          id, row.content.hex, row.file_name, row.office, row.licence_no);
      return documents;
    });
  }

  Result<std::vector<ContentHash>> page_lists(std::string_view after, int limit) override {
    return asked([&] {
      Query query(m_session);
      query << "SELECT DISTINCT page_images FROM readings WHERE page_images > " << Param(after)
            << " ORDER BY page_images LIMIT " << Param(limit);
      std::string hash;
      std::vector<ContentHash> lists;
      query.each([&] { lists.push_back({hash}); }, hash);
      return lists;
    });
  }

 private:
  template <class Question>
  auto asked(Question&& question) -> Result<std::invoke_result_t<Question>> {
    return guarded([&]() -> Result<std::invoke_result_t<Question>> {
      if (m_session.get_backend() == nullptr) connect(m_session, m_target, m_options);
      try {
        return question();
      } catch (...) {
        m_session.close();
        throw;
      }
    });
  }

  Target m_target;
  DatabaseOptions m_options;
  soci::session m_session;
};

}  // namespace

Result<std::unique_ptr<Survey>> open_survey(const DatabaseOptions& options) {
  auto target = target_of(options);
  if (!target) return fail(std::move(target.error()));
  auto survey = std::make_unique<SqlSurvey>(std::move(*target), options);
  if (auto opened = survey->open(); !opened) return fail(std::move(opened.error()));
  return std::unique_ptr<Survey>(std::move(survey));
}

}  // namespace mizan::storage
