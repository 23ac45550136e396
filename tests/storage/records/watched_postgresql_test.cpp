// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL that stops answering, which is not the same as one that goes away.
#include "storage/records/watched_postgresql.hpp"

#include "fixture.hpp"
#include "storage/records/connecting.hpp"
#include "storage/records/problems.hpp"

#include <gtest/gtest.h>

#include <sys/types.h>
#include <csignal>

namespace mizan::storage {
namespace {

using Steady = std::chrono::steady_clock;

/// A server process that does nothing for as long as this lives.
class Stopped {
 public:
  explicit Stopped(int process) : m_process(process) { EXPECT_EQ(::kill(m_process, SIGSTOP), 0); }
  ~Stopped() { ::kill(m_process, SIGCONT); }
  Stopped(const Stopped&) = delete;
  Stopped& operator=(const Stopped&) = delete;

 private:
  ::pid_t m_process;
};

class SilentServer : public ::testing::Test {
 protected:
  /// The server's process for the only connection that the database under test has.
  int process_of_the_other() {
    soci::session session(watched_postgresql(), m_fresh.url());
    int process = 0;
    session << "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND "
               "backend_type = 'client backend'",
        soci::into(process);
    return process;
  }
  Outcome set(const std::string& value) {
    return m_database->write([&](Stores& stores) { return stores.settings().set("name", value); });
  }

  tests::FreshDatabase m_fresh{DatabaseKind::postgresql};
  DatabaseOptions m_options{.url = m_fresh.url(), .connections = 1, .answer = 300ms};
  std::unique_ptr<Database> m_database = must(open_database(m_options));
};

TEST_F(SilentServer, between_transactions_is_left_for_another_connection) {
  must(set("before"));
  const Stopped stopped(process_of_the_other());
  const auto began = Steady::now();
  EXPECT_TRUE(set("after"));
  EXPECT_LT(Steady::now() - began, 10s);
}

TEST_F(SilentServer, in_a_transaction_ends_it_in_time_and_nothing_of_it_is_there) {
  must(set("before"));
  const int process = process_of_the_other();
  const auto began = Steady::now();
  {
    std::unique_ptr<Stopped> stopped;
    const auto written = m_database->write([&](Stores& stores) -> Outcome {
      must(stores.settings().set("name", "half"));
      stopped = std::make_unique<Stopped>(process);
      return stores.settings().set("other", "half");
    });
    EXPECT_EQ(code_of(written), "storage.unavailable");
    EXPECT_LT(Steady::now() - began, 10s);
    const auto found = m_database->read([](Stores& stores) { return stores.settings().find("name"); });
    EXPECT_EQ(must(found), "before");
  }
  must(set("after"));
}

TEST_F(SilentServer, a_statement_that_takes_too_long_is_busy) {
  const auto target = must(target_of(m_options));
  soci::session session;
  connect(session, target, m_options);
  const auto slept = guarded([&]() -> Outcome {
    session << "SELECT pg_sleep(20)";
    return {};
  });
  EXPECT_EQ(code_of(slept), "storage.busy");
  int one = 0;
  session << "SELECT 1", soci::into(one);
  EXPECT_EQ(one, 1) << "the connection is as good as before";
}

TEST_F(SilentServer, one_that_takes_no_writes_is_unavailable) {
  soci::session session(watched_postgresql(), m_fresh.url());
  const auto written = guarded([&]() -> Outcome {
    session << "BEGIN READ ONLY";
    session << "CREATE TABLE t (a int)";
    return {};
  });
  EXPECT_EQ(code_of(written), "storage.unavailable");
}

TEST(ConnectTimeout, is_added_where_none_is_named) {
  EXPECT_EQ(with_connect_timeout("postgresql://a/b", 5s), "postgresql://a/b?connect_timeout=5");
  EXPECT_EQ(with_connect_timeout("postgresql:///b?host=/run", 5s), "postgresql:///b?host=/run&connect_timeout=5");
  EXPECT_EQ(with_connect_timeout("postgresql:///b?connect_timeout=9", 5s), "postgresql:///b?connect_timeout=9");
}

}  // namespace
}  // namespace mizan::storage
