// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.hpp"
#include "model/reading.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

// Prints are bytes, columns are text: base64.

/// A key that more pages have than this, the number of a form, tells nothing: no look-up walks through them all.
constexpr int k_most_of_a_key = 200;

class SqlPagePrints final : public PagePrints {
 public:
  explicit SqlPagePrints(soci::session& session) : m_session(session) {}

  Outcome save(const PagePrint& page, std::span<const std::string> keys) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO page_prints (content, page, print) VALUES (" << Param(page.content.hex) << ", "
            << Param(page.page) << ", " << Param(base64(page.print)) << ") ON CONFLICT DO NOTHING";
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
               "shared FROM (";
      for (std::size_t i = 0; i < keys.size(); ++i)
        query << (i == 0 ? "" : " UNION ALL ")
              << "SELECT * FROM (SELECT content, page FROM page_print_keys WHERE key = " << Param(keys[i])
              << " AND content <> " << Param(except.hex) << " LIMIT " << Param(k_most_of_a_key) << ") AS one_key";
      query << ") AS found GROUP BY content, page) k JOIN page_prints p ON p.content = k.content AND p.page = k.page "
               "ORDER BY k.shared DESC, p.content, p.page LIMIT "
            << Param(limit);
      SharedPrint row;
      std::vector<SharedPrint> list;
      bool legible = true;
      query.each(
          [&] {
            list.push_back(row);
            auto print = from_base64(row.page.print, k_most_print_bytes);
            if (print) list.back().page.print = std::move(*print);
            legible = legible && print.has_value();
          },
          row.page.content.hex, row.page.page, row.page.print, row.shared_keys);
      if (!legible) return fail("storage.unavailable", "a row of page_prints holds no print");
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
