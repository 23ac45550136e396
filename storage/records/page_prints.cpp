// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

class SqlPagePrints final : public PagePrints {
 public:
  explicit SqlPagePrints(soci::session& session) : m_session(session) {}

  Outcome save(const PagePrint& page, std::span<const std::string> keys) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO page_prints (content, page, print) VALUES (" << Param(page.content.hex) << ", "
            << Param(page.page) << ", " << Param(page.print) << ") ON CONFLICT DO NOTHING";
      query.execute();
      for (const auto& key : keys) {
        Query row(m_session);
        row << "INSERT INTO page_print_keys (key, content, page) VALUES (" << Param(key) << ", "
            << Param(page.content.hex) << ", " << Param(page.page) << ") ON CONFLICT DO NOTHING";
        row.execute();
      }
      return {};
    });
  }

  Result<std::vector<SharedPrint>> sharing(std::span<const std::string> keys, const ContentHash& except,
                                           int limit) override {
    if (keys.empty()) return std::vector<SharedPrint>{};
    return guarded([&]() -> Result<std::vector<SharedPrint>> {
      Query query(m_session);
      query << "SELECT p.content, p.page, p.print, k.shared FROM (SELECT content, page, CAST(count(*) AS integer) AS "
               "shared FROM page_print_keys WHERE key IN (";
      for (std::size_t i = 0; i < keys.size(); ++i) query << (i == 0 ? "" : ", ") << Param(keys[i]);
      query << ") AND content <> " << Param(except.hex)
            << " GROUP BY content, page) k JOIN page_prints p ON p.content = k.content AND p.page = k.page "
               "ORDER BY k.shared DESC, p.content, p.page LIMIT "
            << Param(limit);
      SharedPrint row;
      std::vector<SharedPrint> list;
      query.each([&] { list.push_back(row); }, row.page.content.hex, row.page.page, row.page.print, row.shared_keys);
      return list;
    });
  }

 private:
  soci::session& m_session;
};

}  // namespace

std::unique_ptr<PagePrints> make_page_prints(soci::session& session) {
  return std::make_unique<SqlPagePrints>(session);
}

}  // namespace mizan::storage
