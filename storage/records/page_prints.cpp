// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.hpp"
#include "model/reading.hpp"
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mizan::storage {
namespace {

// Prints are bytes, columns are text: base64.

/// A key that more pages have than this, the number of a form, tells nothing: it is passed over, and no look-up walks
/// through them all.
constexpr int k_most_of_a_key = 200;

using PageOf = std::pair<std::string, int>;  // content, page
using Counts = std::map<PageOf, int>;

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
    return guarded([&]() -> Result<std::vector<SharedPrint>> {
      Counts counts;
      for (const auto& key : keys) count_pages_of(key, except, counts);
      std::vector<std::pair<PageOf, int>> likest(counts.begin(), counts.end());
      std::stable_sort(likest.begin(), likest.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
      if (likest.size() > static_cast<std::size_t>(limit)) likest.resize(static_cast<std::size_t>(limit));
      std::vector<SharedPrint> list;
      for (const auto& [page, shared] : likest) {
        auto print = print_of(page);
        if (!print) return fail(std::move(print.error()));
        list.push_back({{{page.first}, page.second, std::move(*print)}, shared});
      }
      return list;
    });
  }

 private:
  void count_pages_of(const std::string& key, const ContentHash& except, Counts& counts) {
    Query query(m_session);
    query << "SELECT content, page FROM page_print_keys WHERE key = " << Param(key) << " AND content <> "
          << Param(except.hex) << " LIMIT " << Param(k_most_of_a_key + 1);
    PageOf row;
    std::vector<PageOf> pages;
    query.each([&] { pages.push_back(row); }, row.first, row.second);
    if (pages.size() > static_cast<std::size_t>(k_most_of_a_key)) return;
    for (auto& page : pages) ++counts[std::move(page)];
  }

  Result<std::string> print_of(const PageOf& page) {
    Query query(m_session);
    query << "SELECT print FROM page_prints WHERE content = " << Param(page.first)
          << " AND page = " << Param(page.second);
    std::string text;
    auto print = query.first(text) ? from_base64(text, k_most_print_bytes) : std::nullopt;
    if (!print) return fail("storage.unavailable", "the print of " + page.first + " cannot be read");
    return std::move(*print);
  }

  soci::session& m_session;
};

}  // namespace

std::unique_ptr<PagePrints> make_page_prints(soci::session& session) {
  return std::make_unique<SqlPagePrints>(session);
}

}  // namespace mizan::storage
