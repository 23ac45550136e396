// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/migrations.hpp"

#include "fixture.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <future>

namespace mizan::storage {
namespace {

class Migrations : public ::testing::TestWithParam<DatabaseKind> {
 protected:
  std::unique_ptr<soci::session> session() {
    const auto& url = m_fresh.url();
    if (GetParam() == DatabaseKind::postgresql) return std::make_unique<soci::session>(soci::postgresql, url);
    return std::make_unique<soci::session>(soci::sqlite3, url.substr(url.find("//") + 2));
  }
  const Dialect& dialect() const {
    return GetParam() == DatabaseKind::sqlite ? sqlite_dialect() : postgresql_dialect();
  }
  int applied() {
    int count = 0;
    *session() << "SELECT count(*) FROM schema_migrations", soci::into(count);
    return count;
  }
  tests::FreshDatabase m_fresh{GetParam()};
};
MIZAN_ON_BOTH_DATABASES(Migrations);

TEST_P(Migrations, applied_twice_change_nothing) {
  EXPECT_EQ(code_of(migrate(*session(), dialect())), "");
  const int first = applied();
  EXPECT_GE(first, 2);
  EXPECT_EQ(code_of(migrate(*session(), dialect())), "");
  EXPECT_EQ(applied(), first);
}

TEST_P(Migrations, of_processes_that_start_together_are_applied_once) {
  std::vector<std::future<std::string>> processes;
  for (int i = 0; i < 4; ++i)
    processes.push_back(std::async(std::launch::async, [this] {
      return code_of(open_database({.url = m_fresh.url(), .connections = 2, .busy = 10'000ms}));
    }));
  for (auto& process : processes) EXPECT_EQ(process.get(), "");
}

TEST_P(Migrations, of_a_newer_program_are_refused) {
  ASSERT_EQ(code_of(migrate(*session(), dialect())), "");
  *session() << "INSERT INTO schema_migrations (version, name) VALUES ('9999', '9999_from_the_future.sql')";
  const auto opened = open_database({.url = m_fresh.url()});
  ASSERT_EQ(code_of(opened), "configuration.invalid");
  EXPECT_NE(opened.error().params.at("reason").find("9999"), std::string::npos);
}

TEST_P(Migrations, that_fail_leave_nothing) {
  *session() << "CREATE TABLE accounts (id bigint)";
  EXPECT_NE(code_of(migrate(*session(), dialect())), "");
  EXPECT_THROW(applied(), soci::soci_error) << "not even the list of migrations";
}

}  // namespace
}  // namespace mizan::storage
