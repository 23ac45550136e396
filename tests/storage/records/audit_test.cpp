// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace mizan::storage {
namespace {

class AuditStore : public StoreTest {
 protected:
  void append(const char* action, const char* subject) {
    write([&](Stores& stores) {
      return stores.audit().append({{}, at(1), AccountId{7}, "cra", "10.0.0.9", action, subject, {}, {{"n", 1}}});
    });
  }
  std::vector<AuditEntry> list(const AuditFilter& filter) {
    return read([&](Stores& stores) { return stores.audit().list(filter, Scope::everything()); });
  }
};
MIZAN_ON_BOTH_DATABASES(AuditStore);

TEST_P(AuditStore, lists_newest_first_page_by_page) {
  append("round.opened", "round/1");
  append("round.closed", "round/1");
  append("round.opened", "round/2");
  AuditFilter filter;
  filter.limit = 2;
  const auto page = list(filter);
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].subject, "round/2");
  EXPECT_EQ(page[0].actor, AccountId{7});
  EXPECT_EQ(page[0].actor_address, "10.0.0.9");
  EXPECT_EQ(page[0].detail.at("n"), 1);
  filter.before = page[1].id;
  EXPECT_EQ(list(filter).size(), 1U);
  EXPECT_EQ(list({"round/1", {}, {}, 100}).size(), 2U);
}

TEST_P(AuditStore, is_never_changed_or_deleted) {
  append("round.opened", "round/1");
  m_database.reset();
  const auto& backend =
      GetParam() == DatabaseKind::sqlite ? static_cast<const soci::backend_factory&>(soci::sqlite3) : soci::postgresql;
  const auto& url = m_fresh.url();
  soci::session session(backend, GetParam() == DatabaseKind::sqlite ? url.substr(url.find("//") + 2) : url);
  EXPECT_THROW(session << "UPDATE audit SET action = 'nothing'", soci::soci_error);
  EXPECT_THROW(session << "DELETE FROM audit", soci::soci_error);
  long long count = 0;
  session << "SELECT count(*) FROM audit", soci::into(count);
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace mizan::storage
