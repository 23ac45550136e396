// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace mizan::storage {
namespace {

using nlohmann::json;

constexpr std::string_view k_columns =
    "id, title_fa, title_en, period, kinds, stage, silence_policy, declare_days, region_days, objection_days, "
    "opened_at, "
    "declare_until, region_until, provisional_at, closed_at, rule_set, rule_set_json, criteria, demonstration";

struct RoundRow {
  long long id = 0, declare_days = 0, region_days = 0, objection_days = 0, opened = 0, declare_until = 0,
            region_until = 0, provisional = 0, closed = 0, demonstration = 0;
  std::string kinds, stage, policy, criteria;
  Round value;

  template <class Use>
  auto with(Use&& use) {
    return use(id, value.title_fa, value.title_en, value.period, kinds, stage, policy, declare_days, region_days,
               objection_days, opened, declare_until, region_until, provisional, closed, value.rule_set,
               value.rule_set_json, criteria, demonstration);
  }

  [[nodiscard]] Round round() const {
    Round round = value;
    round.id = RoundId{id};
    round.stage = stored_value<RoundStage>(stage);
    round.silence_policy = stored_value<SilencePolicy>(policy);
    for (const auto& kind : json::parse(kinds))
      round.kinds.push_back(stored_value<OfficeKind>(kind.get<std::string>()));
    round.declare_days = static_cast<int>(declare_days);
    round.region_days = static_cast<int>(region_days);
    round.objection_days = static_cast<int>(objection_days);
    round.opened_at = optional_instant(opened);
    round.declare_until = optional_instant(declare_until);
    round.region_until = optional_instant(region_until);
    round.provisional_at = optional_instant(provisional);
    round.closed_at = optional_instant(closed);
    round.criteria = json::parse(criteria).get<std::map<std::string, std::string>>();
    round.demonstration = demonstration != 0;
    return round;
  }
};

std::string kinds_text(const Round& round) {
  json kinds = json::array();
  for (const auto kind : round.kinds) kinds.push_back(to_text(kind));
  return kinds.dump();
}

class SqlRounds final : public Rounds {
 public:
  SqlRounds(soci::session& session, RowLocks locks) : m_session(session), m_locks(locks) {}

  Result<RoundId> create(const Round& round) override {
    return guarded([&]() -> Result<RoundId> {
      Query query(m_session);
      query
          << "INSERT INTO rounds (title_fa, title_en, period, kinds, stage, silence_policy, declare_days, region_days, "
             "objection_days, opened_at, declare_until, region_until, provisional_at, closed_at, rule_set, "
             "rule_set_json, "
             "criteria, demonstration) VALUES ("
          << Param(round.title_fa) << ", " << Param(round.title_en) << ", " << Param(round.period) << ", "
          << Param(kinds_text(round)) << ", " << Param(to_text(round.stage)) << ", "
          << Param(to_text(round.silence_policy)) << ", " << Param(round.declare_days) << ", "
          << Param(round.region_days) << ", " << Param(round.objection_days) << ", " << Param(round.opened_at) << ", "
          << Param(round.declare_until) << ", " << Param(round.region_until) << ", " << Param(round.provisional_at)
          << ", " << Param(round.closed_at) << ", " << Param(round.rule_set) << ", " << Param(round.rule_set_json)
          << ", " << Param(json(round.criteria).dump()) << ", " << Param(round.demonstration) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      return RoundId{id};
    });
  }

  Outcome update(const Round& round) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "UPDATE rounds SET title_fa = " << Param(round.title_fa) << ", title_en = " << Param(round.title_en)
            << ", period = " << Param(round.period) << ", kinds = " << Param(kinds_text(round))
            << ", stage = " << Param(to_text(round.stage))
            << ", silence_policy = " << Param(to_text(round.silence_policy))
            << ", declare_days = " << Param(round.declare_days) << ", region_days = " << Param(round.region_days)
            << ", objection_days = " << Param(round.objection_days) << ", opened_at = " << Param(round.opened_at)
            << ", declare_until = " << Param(round.declare_until) << ", region_until = " << Param(round.region_until)
            << ", provisional_at = " << Param(round.provisional_at) << ", closed_at = " << Param(round.closed_at)
            << ", rule_set = " << Param(round.rule_set) << ", rule_set_json = " << Param(round.rule_set_json)
            << ", criteria = " << Param(json(round.criteria).dump())
            << ", demonstration = " << Param(round.demonstration) << " WHERE id = " << Param(round.id);
      if (query.execute() != 1) return fail("access.not_found");
      return {};
    });
  }

  Result<std::optional<Round>> find(RoundId id) override {
    return guarded([&]() -> Result<std::optional<Round>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM rounds WHERE id = " << Param(id) << m_locks.share;
      RoundRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.round()) : std::nullopt;
    });
  }

  Result<std::vector<Round>> list() override {
    return guarded([&]() -> Result<std::vector<Round>> {
      Query query(m_session);
      query << "SELECT " << k_columns << " FROM rounds ORDER BY id DESC";
      RoundRow row;
      std::vector<Round> rounds;
      row.with([&](auto&... fields) { query.each([&] { rounds.push_back(row.round()); }, fields...); });
      return rounds;
    });
  }

  Result<std::vector<ProvinceProgress>> progress(RoundId round, const Scope& scope) override {
    return guarded([&]() -> Result<std::vector<ProvinceProgress>> {
      std::map<std::string, ProvinceProgress> provinces;
      count_declarations(round, scope, provinces);
      count_evidence(round, scope, provinces);
      count_findings(round, scope, provinces);
      count_objections(round, scope, provinces);
      std::vector<ProvinceProgress> list;
      list.reserve(provinces.size());
      for (auto& [code, counts] : provinces) list.push_back(counts);
      return list;
    });
  }

 private:
  /// Groups rows joined to the round's declarations by province and one text; calls `add(counts, text, number)`.
  template <class Add>
  void grouped(RoundId round, const Scope& scope, std::string_view text, std::string_view join,
               std::map<std::string, ProvinceProgress>& provinces, Add&& add) {
    Query query(m_session);
    query << "SELECT o.province, " << text << ", count(*) FROM declarations d JOIN offices o ON o.id = d.office "
          << join << " WHERE d.round = " << Param(round) << " AND ";
    append_scope(query, scope, "o");
    query << " GROUP BY o.province, " << text;
    std::string province, value;
    long long number = 0;
    query.each(
        [&] {
          auto& counts = provinces[province];
          counts.province = province;
          add(counts, value, static_cast<int>(number));
        },
        province, value, number);
  }

  void count_declarations(RoundId round, const Scope& scope, std::map<std::string, ProvinceProgress>& provinces) {
    grouped(round, scope, "d.status", "", provinces,
            [](ProvinceProgress& counts, const std::string& status, int number) {
              counts.offices += number;
              if (status == "submitted") counts.submitted += number;
              if (status == "carried_over") counts.carried_over += number;
              if (status == "silent") counts.silent += number;
            });
    grouped(round, scope, "d.status", "JOIN (SELECT DISTINCT declaration FROM answers) w ON w.declaration = d.id",
            provinces, [](ProvinceProgress& counts, const std::string&, int number) { counts.started += number; });
  }

  void count_evidence(RoundId round, const Scope& scope, std::map<std::string, ProvinceProgress>& provinces) {
    grouped(round, scope, "e.status", "JOIN evidence e ON e.declaration = d.id", provinces,
            [](ProvinceProgress& counts, const std::string& status, int number) {
              if (status == "removed") return;
              counts.documents += number;
              if (status == "being_read") counts.being_read += number;
            });
  }

  /// Only what stands in a queue counts: silent and unfinished declarations have no say.
  void count_findings(RoundId round, const Scope& scope, std::map<std::string, ProvinceProgress>& provinces) {
    grouped(round, scope, "f.state",
            "JOIN findings f ON f.declaration = d.id AND d.status IN ('submitted', 'carried_over')", provinces,
            [](ProvinceProgress& counts, const std::string& state, int number) {
              if (state == "open" || state == "clarifying") counts.open_findings += number;
              if (state == "decided") counts.decided_findings += number;
            });
  }

  void count_objections(RoundId round, const Scope& scope, std::map<std::string, ProvinceProgress>& provinces) {
    grouped(round, scope, "b.state", "JOIN objections b ON b.declaration = d.id", provinces,
            [](ProvinceProgress& counts, const std::string& state, int number) {
              counts.objections += number;
              if (state != "decided") counts.open_objections += number;
            });
  }

  soci::session& m_session;
  RowLocks m_locks;
};

}  // namespace

std::unique_ptr<Rounds> make_rounds(soci::session& session, RowLocks locks) {
  return std::make_unique<SqlRounds>(session, locks);
}

}  // namespace mizan::storage
