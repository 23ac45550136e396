// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/office_row.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace mizan::storage {
namespace {

using nlohmann::json;

/// Rows of one INSERT: a round of fifteen thousand offices is published in hundreds of statements, and 7 × 100 values
/// stay far below what either database binds.
constexpr std::size_t k_rows_per_insert = 100;

std::string sections_text(const RankedOffice& rank) {
  json sections = json::object();
  for (const auto& [section, points] : rank.sections) sections[section] = points.thousandths;
  return sections.dump();
}

struct RankedRow {
  long long office = 0, total = 0, rank = 0, position = 0, held = 0;
  std::string sections;

  template <class Use>
  auto with(Use&& use) {
    return use(office, total, rank, position, sections, held);
  }
  [[nodiscard]] RankedOffice ranked() const {
    RankedOffice ranked{OfficeId{office}, Points{total}, Rank{static_cast<int>(rank)}, static_cast<int>(position), {},
                        held != 0};
    const auto stored = json::parse(sections);
    for (const auto& [section, points] : stored.items()) ranked.sections[section] = Points{points.get<std::int64_t>()};
    return ranked;
  }
};

constexpr std::string_view k_rank_columns = "k.office, k.total, k.rank, k.position, k.sections, k.held";

void append_filter(Query& query, const RankFilter& filter) {
  query << " FROM ranks k JOIN offices o ON o.id = k.office WHERE k.snapshot = " << Param(filter.snapshot);
  if (!filter.province.empty()) query << " AND o.province = " << Param(filter.province);
  if (!filter.city.empty()) query << " AND o.city = " << Param(filter.city);
  if (filter.kind) query << " AND o.kind = " << Param(to_text(*filter.kind));
  if (filter.rank) query << " AND k.rank = " << Param(*filter.rank);
  if (filter.text.empty()) return;
  const auto pattern = containing(filter.text);
  query << " AND (o.name LIKE " << Param(pattern) << " ESCAPE '!' OR o.licence_no LIKE " << Param(pattern)
        << " ESCAPE '!')";
}

class SqlSnapshots final : public Snapshots {
 public:
  explicit SqlSnapshots(soci::session& session) : m_session(session) {}

  Result<SnapshotId> create(const Snapshot& snapshot, const std::vector<RankedOffice>& ranks) override {
    return guarded([&]() -> Result<SnapshotId> {
      Query query(m_session);
      query << "INSERT INTO snapshots (round, kind, content, published_at) VALUES (" << Param(snapshot.round) << ", "
            << Param(to_text(snapshot.kind)) << ", " << Param(snapshot.content.hex) << ", "
            << Param(snapshot.published_at) << ") RETURNING id";
      long long id = 0;
      static_cast<void>(query.first(id));
      const std::span<const RankedOffice> all(ranks);
      for (std::size_t from = 0; from < all.size(); from += k_rows_per_insert)
        insert_ranks(SnapshotId{id}, all.subspan(from, std::min(k_rows_per_insert, all.size() - from)));
      return SnapshotId{id};
    });
  }

  Result<std::optional<Snapshot>> find(SnapshotId id) override {
    return one([&](Query& query) { query << "id = " << Param(id); });
  }

  Result<std::optional<Snapshot>> latest(RoundId round, SnapshotKind kind) override {
    return one([&](Query& query) {
      query << "round = " << Param(round) << " AND kind = " << Param(to_text(kind)) << " ORDER BY id DESC LIMIT 1";
    });
  }

  Result<std::vector<RankRow>> ranks(const RankFilter& filter) override {
    return guarded([&]() -> Result<std::vector<RankRow>> {
      Query query(m_session);
      query << "SELECT " << k_rank_columns << ", " << k_office_columns;
      append_filter(query, filter);
      query << " ORDER BY o.kind, k.position, o.licence_no LIMIT " << Param(filter.page_size) << " OFFSET "
            << Param(static_cast<std::int64_t>(filter.page) * filter.page_size);
      RankedRow ranked;
      OfficeRow office;
      std::vector<RankRow> rows;
      ranked.with([&](auto&... of_rank) {
        office.with([&](auto&... of_office) {
          query.each([&] { rows.push_back({ranked.ranked(), office.office()}); }, of_rank..., of_office...);
        });
      });
      return rows;
    });
  }

  Result<int> count(const RankFilter& filter) override {
    return guarded([&]() -> Result<int> {
      Query query(m_session);
      query << "SELECT count(*)";
      append_filter(query, filter);
      long long count = 0;
      static_cast<void>(query.first(count));
      return static_cast<int>(count);
    });
  }

  Result<std::optional<RankedOffice>> rank_of(SnapshotId snapshot, OfficeId office) override {
    return guarded([&]() -> Result<std::optional<RankedOffice>> {
      Query query(m_session);
      query << "SELECT " << k_rank_columns << " FROM ranks k WHERE k.snapshot = " << Param(snapshot)
            << " AND k.office = " << Param(office);
      RankedRow row;
      const bool found = row.with([&](auto&... fields) { return query.first(fields...); });
      return found ? std::optional(row.ranked()) : std::nullopt;
    });
  }

  Outcome deliver(const Delivery& delivery) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO deliveries (snapshot, office, delivered_at) VALUES (" << Param(delivery.snapshot) << ", "
            << Param(delivery.office) << ", " << Param(delivery.delivered_at) << ") ON CONFLICT DO NOTHING";
      query.execute();
      return {};
    });
  }

  Result<std::optional<Delivery>> delivery(SnapshotId snapshot, OfficeId office) override {
    return guarded([&]() -> Result<std::optional<Delivery>> {
      Query query(m_session);
      query << "SELECT delivered_at FROM deliveries WHERE snapshot = " << Param(snapshot)
            << " AND office = " << Param(office);
      long long at = 0;
      if (!query.first(at)) return std::nullopt;
      return Delivery{snapshot, office, instant_of(at)};
    });
  }

  Result<std::vector<Delivery>> deliveries(SnapshotId snapshot) override {
    return guarded([&]() -> Result<std::vector<Delivery>> {
      Query query(m_session);
      query << "SELECT office, delivered_at FROM deliveries WHERE snapshot = " << Param(snapshot) << " ORDER BY office";
      long long office = 0, at = 0;
      std::vector<Delivery> deliveries;
      query.each([&] { deliveries.push_back({snapshot, OfficeId{office}, instant_of(at)}); }, office, at);
      return deliveries;
    });
  }

 private:
  void insert_ranks(SnapshotId snapshot, std::span<const RankedOffice> ranks) {
    Query query(m_session);
    query << "INSERT INTO ranks (snapshot, office, total, rank, position, sections, held) VALUES ";
    std::string_view separator;
    for (const auto& rank : ranks) {
      query << separator << "(" << Param(snapshot) << ", " << Param(rank.office) << ", "
            << Param(rank.total.thousandths) << ", " << Param(rank.rank.value) << ", " << Param(rank.position) << ", "
            << Param(sections_text(rank)) << ", " << Param(rank.held) << ")";
      separator = ", ";
    }
    query.execute();
  }

  template <class Condition>
  Result<std::optional<Snapshot>> one(Condition&& condition) {
    return guarded([&]() -> Result<std::optional<Snapshot>> {
      Query query(m_session);
      query << "SELECT id, round, kind, content, published_at FROM snapshots WHERE ";
      condition(query);
      long long id = 0, round = 0, published = 0;
      std::string kind, content;
      if (!query.first(id, round, kind, content, published)) return std::nullopt;
      return Snapshot{SnapshotId{id}, RoundId{round}, stored_value<SnapshotKind>(kind), ContentHash{content},
                      instant_of(published)};
    });
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Snapshots> make_snapshots(soci::session& session) {
  return std::make_unique<SqlSnapshots>(session);
}

}  // namespace mizan::storage
