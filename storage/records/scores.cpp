// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

#include <nlohmann/json.hpp>

namespace mizan::storage {
namespace {

class SqlScores final : public Scores {
 public:
  explicit SqlScores(soci::session& session) : m_session(session) {}

  Result<int> append(const ScoreRevision& revision) override {
    return guarded([&]() -> Result<int> {
      Query query(m_session);
      query << "INSERT INTO scores (declaration, section, revision, score, points, maximum, criterion_version, cause, "
               "at) SELECT "
            << Param(revision.declaration) << ", " << Param(revision.section) << ", coalesce(max(revision), 0) + 1, "
            << Param(to_json(revision.score).dump()) << ", " << Param(revision.score.points.thousandths) << ", "
            << Param(revision.score.maximum.thousandths) << ", " << Param(revision.criterion_version) << ", "
            << Param(revision.cause) << ", " << Param(revision.at)
            << " FROM scores WHERE declaration = " << Param(revision.declaration)
            << " AND section = " << Param(revision.section) << " RETURNING revision";
      long long number = 0;
      static_cast<void>(query.first(number));
      return static_cast<int>(number);
    });
  }

  Result<std::vector<ScoreRevision>> latest(DeclarationId declaration) override {
    return select(
        declaration,
        " AND s.revision = (SELECT max(t.revision) FROM scores t WHERE t.declaration = s.declaration AND t.section = "
        "s.section) ORDER BY s.section");
  }

  Result<std::vector<ScoreRevision>> history(DeclarationId declaration) override {
    return select(declaration, " ORDER BY s.id");
  }

 private:
  Result<std::vector<ScoreRevision>> select(DeclarationId declaration, std::string_view rest) {
    return guarded([&]() -> Result<std::vector<ScoreRevision>> {
      Query query(m_session);
      query << "SELECT s.id, s.section, s.revision, s.score, s.criterion_version, s.cause, s.at FROM scores s WHERE "
               "s.declaration = "
            << Param(declaration) << rest;
      long long id = 0, number = 0, at = 0;
      std::string section, score, version, cause;
      std::vector<ScoreRevision> revisions;
      query.each(
          [&] {
            revisions.push_back({ScoreId{id}, declaration, section, static_cast<int>(number),
                                 section_score_from_json(nlohmann::json::parse(score)), version, cause,
                                 instant_of(at)});
          },
          id, section, number, score, version, cause, at);
      return revisions;
    });
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Scores> make_scores(soci::session& session) {
  return std::make_unique<SqlScores>(session);
}

}  // namespace mizan::storage
